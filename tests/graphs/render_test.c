#include "tests/test.h"

#include "graphs/dot/render.h"
#include "graphs/dot/write.h"
#include "tests/graphs/hostile.h"

#include <raptor2.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* What the XML parser finds in an SVG. */
typedef struct {
  size_t errors, nodes, edges, scripts, handlers, schemes;
} Findings;

static void count_error(void *data, raptor_log_message *message)
{
  ((Findings *)data)->errors += message->level >= RAPTOR_LOG_LEVEL_ERROR;
}

static void look_at_attribute(Findings *found, raptor_qname *attribute)
{
  const char *name = (const char *)raptor_qname_get_local_name(attribute);
  const char *value = (const char *)raptor_qname_get_value(attribute);
  found->handlers += strncasecmp(name, "on", 2) == 0;
  if (strcmp(name, "href") == 0) {
    found->schemes += strncasecmp(value, "http://", 7) != 0
                      && strncasecmp(value, "https://", 8) != 0;
  }
  found->nodes += strcmp(name, "class") == 0 && strcmp(value, "node") == 0;
  found->edges += strcmp(name, "class") == 0 && strcmp(value, "edge") == 0;
}

static void look_at_element(void *data, raptor_xml_element *element)
{
  raptor_qname *qname = raptor_xml_element_get_name(element);
  const char *name = (const char *)raptor_qname_get_local_name(qname);
  raptor_qname **attributes = raptor_xml_element_get_attributes(element);
  Findings *found = data;
  found->scripts += strcasecmp(name, "script") == 0 || strcasecmp(name, "foreignObject") == 0;
  for (int i = 0; i < raptor_xml_element_get_attributes_count(element); i++) {
    look_at_attribute(found, attributes[i]);
  }
}

static Findings read_svg(const GwBuffer *svg)
{
  Findings found = {0};
  raptor_world *world = raptor_new_world();
  raptor_world_set_log_handler(world, &found, count_error);
  raptor_world_open(world);
  raptor_locator locator = {.line = 1};
  raptor_uri *base = raptor_new_uri(world, (const unsigned char *)"https://example.org/");
  raptor_sax2 *sax = raptor_new_sax2(world, &locator, &found);
  raptor_sax2_set_start_element_handler(sax, look_at_element);
  raptor_sax2_parse_start(sax, base);
  found.errors += raptor_sax2_parse_chunk(sax, (unsigned char *)svg->data, svg->length, 1) != 0;
  raptor_free_sax2(sax);
  raptor_free_uri(base);
  raptor_free_world(world);
  return found;
}

static void test_the_xml_reader_finds_faults(void **state)
{
  (void)state;
  static const char *const bad[] = {"<svg><text>&undefined;</text></svg>", "<svg><a></svg>",
                                    "<svg>\x01</svg>", "<svg a='<'/>", "<svg>\xFF</svg>"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    GwBuffer svg = GW_BUFFER_INIT;
    gw_buffer_text(&svg, bad[i]);
    assert_true(read_svg(&svg).errors > 0);
    gw_buffer_free(&svg);
  }
  GwBuffer svg = GW_BUFFER_INIT;
  gw_buffer_text(&svg, "<svg onload='x'><script/><a href='javascript:x' class='node'/></svg>");
  const Findings found = read_svg(&svg);
  assert_int_equal(found.errors, 0);
  assert_true(found.scripts == 1 && found.handlers == 1 && found.schemes == 1 && found.nodes == 1);
  gw_buffer_free(&svg);
}

static void test_hostile_texts_in_svg(void **state)
{
  (void)state;
  uint32_t seed = 99;
  for (size_t round = 0; round < 40; round++) {
    GwArena arena = GW_ARENA_INIT;
    GwBuffer dot = GW_BUFFER_INIT, svg = GW_BUFFER_INIT;
    GwError error = {GW_OK, ""};
    const GwGraphView view = hostile_view(&arena, &seed);
    assert_ok(gw_dot_write(&view, &dot, &error), error);
    assert_ok(gw_dot_render(dot.data, dot.length, "svg", &svg, &error), error);
    const Findings found = read_svg(&svg);
    assert_int_equal(found.errors, 0);
    assert_int_equal(found.nodes, view.node_count);
    assert_int_equal(found.edges, view.edge_count);
    assert_int_equal(found.scripts + found.handlers + found.schemes, 0);
    gw_buffer_free(&svg);
    gw_buffer_free(&dot);
    gw_arena_free(&arena);
  }
}

static GwStatus render(const GwRenderLimits *limits, const char *dot, const char *format,
                       GwBuffer *out, GwError *error)
{
  return gw_dot_render_within(limits, dot, strlen(dot), format, out, error);
}

static void test_formats(void **state)
{
  (void)state;
  static const struct {
    const char *format, *begins;
  } formats[] = {{"svg", "<?xml"}, {"png", "\x89PNG"}, {"pdf", "%PDF"}};
  for (size_t i = 0; i < 3; i++) {
    GwBuffer out = GW_BUFFER_INIT;
    GwError error = {GW_OK, "left over"};
    gw_buffer_text(&out, "before");
    assert_ok(render(&gw_render_limits, "digraph { a -> b }", formats[i].format, &out, &error),
              error);
    assert_true(gw_view_starts(gw_view_slice(gw_buffer_view(&out), 6, out.length),
                               gw_view(formats[i].begins)));
    assert_string_equal(error.message, "");
    gw_buffer_free(&out);
  }
}

static void test_same_bytes_again(void **state)
{
  (void)state;
  static const char *const formats[] = {"svg", "png"};
  for (size_t i = 0; i < 2; i++) {
    GwBuffer once = GW_BUFFER_INIT, again = GW_BUFFER_INIT;
    GwError error = {GW_OK, ""};
    const char *dot = "digraph { size=\"4,4\"; a -> b -> c -> a [label=x] }";
    assert_ok(render(&gw_render_limits, dot, formats[i], &once, &error), error);
    assert_ok(render(&gw_render_limits, dot, formats[i], &again, &error), error);
    assert_true(gw_view_equal(gw_buffer_view(&once), gw_buffer_view(&again)));
    gw_buffer_free(&once);
    gw_buffer_free(&again);
  }
}

static void test_bad_requests(void **state)
{
  (void)state;
  static const struct {
    const char *dot, *format;
    GwStatus status;
    const char *says;
  } cases[] = {
    {"digraph { a }", "gif", GW_ERR_USAGE, "use svg, png or pdf"},
    {"digraph { a -> ", "svg", GW_ERR_INPUT, "not valid DOT: Error: syntax error in line 1"},
    {"", "svg", GW_ERR_INPUT, "is empty"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    GwBuffer out = GW_BUFFER_INIT;
    GwError error = {GW_OK, ""};
    assert_int_equal(render(&gw_render_limits, cases[i].dot, cases[i].format, &out, &error),
                     cases[i].status);
    assert_non_null(strstr(error.message, cases[i].says));
    assert_int_equal(out.length, 0);
    gw_buffer_free(&out);
  }
  GwBuffer out = GW_BUFFER_INIT;
  GwError error = {GW_OK, ""};
  assert_int_equal(gw_dot_render("digraph{\0}", 10, "svg", &out, &error), GW_ERR_INPUT);
}

static void test_a_fallback_is_named(void **state)
{
  (void)state;
  static const GwLayout layouts[] = {{"no-such-engine", false}, {"sfdp", true}};
  GwRenderLimits limits = gw_render_limits;
  GwBuffer out = GW_BUFFER_INIT;
  GwError error = {GW_OK, ""};
  limits.layouts = layouts;
  limits.layout_count = 2;
  assert_ok(render(&limits, "digraph { a -> b subgraph cluster_x { b -> c } }", "svg", &out,
                   &error), error);
  assert_non_null(strstr(error.message, "no-such-engine: it failed: "));
  assert_non_null(strstr(error.message, "drawn by plain sfdp"));
  const Findings found = read_svg(&out);
  assert_true(found.errors == 0 && found.nodes == 3 && found.edges == 2);
  gw_buffer_free(&out);
  limits.layout_count = 1;
  assert_int_equal(render(&limits, "digraph { a }", "svg", &out, &error), GW_ERR_CHILD);
  assert_non_null(strstr(error.message, "no layout could draw the graph"));
  assert_int_equal(out.length, 0);
}

/* A graph of many cycles, which dot needs minutes for. */
static GwBuffer hard_graph(void)
{
  GwBuffer dot = GW_BUFFER_INIT;
  uint32_t seed = 5;
  gw_buffer_text(&dot, "digraph {\n");
  for (size_t i = 0; i < 6000; i++) {
    seed = seed * 1664525u + 1013904223u;
    gw_buffer_format(&dot, "n%u -> n%u;\n", (seed >> 8) % 1500, (seed >> 20) % 1500);
  }
  gw_buffer_text(&dot, "}\n");
  return dot;
}

static void check_limit(const GwRenderLimits *changed, const char *says)
{
  static const GwLayout dot_only[] = {{"dot", false}};
  GwRenderLimits limits = *changed;
  GwBuffer out = GW_BUFFER_INIT, dot = hard_graph();
  GwError error = {GW_OK, ""};
  limits.layouts = dot_only;
  limits.layout_count = 1;
  assert_int_equal(render(&limits, dot.data, "svg", &out, &error), GW_ERR_CHILD);
  if (!strstr(error.message, says)) {
    fail_msg("'%s' does not say '%s'", error.message, says);
  }
  assert_int_equal(out.length, 0);
  gw_buffer_free(&dot);
}

static void test_limits(void **state)
{
  (void)state;
  GwRenderLimits limits = gw_render_limits;
  limits.cpu_seconds = 1;
  check_limit(&limits, "dot: it ran past 1 s of processor time");
  limits = gw_render_limits;
  limits.wall_seconds = 1;
  check_limit(&limits, "dot: it ran past 1 s;");
}

static void test_too_large_a_picture(void **state)
{
  (void)state;
  GwRenderLimits limits = gw_render_limits;
  GwBuffer out = GW_BUFFER_INIT;
  GwError error = {GW_OK, ""};
  limits.output_bytes = 300;
  assert_int_equal(render(&limits, "digraph { a -> b }", "svg", &out, &error), GW_ERR_CHILD);
  assert_non_null(strstr(error.message, "larger than 300 bytes"));
  assert_int_equal(out.length, 0);
}

static double width_of(const char *attributes)
{
  GwBuffer dot = GW_BUFFER_INIT, svg = GW_BUFFER_INIT;
  GwError error = {GW_OK, ""};
  gw_buffer_format(&dot, "digraph { %s; node [width=2, height=2]; a->b->c->d->e->f }", attributes);
  assert_ok(gw_dot_render(dot.data, dot.length, "svg", &svg, &error), error);
  const char *width = strstr(svg.data, "width=\"");
  assert_non_null(width);
  const double points = strtod(width + 7, NULL);
  gw_buffer_free(&dot);
  gw_buffer_free(&svg);
  return points;
}

/* A chain fits a wide size from left to right, and a tall one from top to bottom. */
static void test_direction_fits_the_size(void **state)
{
  (void)state;
  assert_true(width_of("size=\"9,3\"") > 400);
  assert_true(width_of("size=\"3,9\"") < 217);
  assert_true(width_of("size=\"9,3\"; rankdir=TB") < 217);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(test_the_xml_reader_finds_faults),
    cmocka_unit_test(test_hostile_texts_in_svg),
    cmocka_unit_test(test_formats),
    cmocka_unit_test(test_same_bytes_again),
    cmocka_unit_test(test_bad_requests),
    cmocka_unit_test(test_a_fallback_is_named),
    cmocka_unit_test(test_limits),
    cmocka_unit_test(test_too_large_a_picture),
    cmocka_unit_test(test_direction_fits_the_size),
  };
  return cmocka_run_group_tests_name("render", tests, NULL, NULL);
}
