#include "export/query/run.h"

#include "export/query/source.h"
#include "ontology/vocabulary.h"

#include <rasqal.h>
#include <string.h>
#include <unistd.h>

#define FLUSH_BYTES 65536

/* What the child sends: marks, each followed by what it announces. */
enum { MARK_YES = 'Y', MARK_NO = 'N', MARK_ROW = 'R', MARK_END = 'E',
       CELL_NONE = '-', CELL_NUMBER = '#', CELL_IRI = 'I', CELL_TEXT = 'T' };

typedef struct {
  const GwIndex *index;
  const GwPlan *plan;
  rasqal_world *world;
  GwSource *source;
  GwBuffer out, complaint;
  int fd;
} Child;

static void keep_log(void *data, raptor_log_message *message)
{
  Child *child = data;
  if (message->level >= RAPTOR_LOG_LEVEL_ERROR && child->complaint.length == 0) {
    gw_buffer_text(&child->complaint, message->text);
  }
}

static bool flush(Child *child)
{
  size_t done = 0;
  while (done < child->out.length) {
    const ssize_t n = write(child->fd, child->out.data + done, child->out.length - done);
    if (n <= 0) {
      return false;
    }
    done += (size_t)n;
  }
  child->out.length = 0;
  return !child->out.failed;
}

static void put_number(GwBuffer *out, uint32_t number)
{
  gw_buffer_append(out, (GwView){(const char *)&number, sizeof number});
}

static void put_text(GwBuffer *out, GwView text)
{
  put_number(out, (uint32_t)text.length);
  gw_buffer_append(out, text);
}

static GwView uri_text(raptor_uri *uri)
{
  size_t length = 0;
  const unsigned char *text = uri ? raptor_uri_as_counted_string(uri, &length) : NULL;
  return (GwView){(const char *)text, length};
}

static void put_computed(GwBuffer *out, const rasqal_literal *node)
{
  if (node->type == RASQAL_LITERAL_URI) {
    gw_buffer_char(out, CELL_IRI);
    put_text(out, uri_text(node->value.uri));
    return;
  }
  gw_buffer_char(out, CELL_TEXT);
  put_text(out, (GwView){(const char *)node->string, node->string_len});
  put_text(out, node->language ? GW_VIEW("") : uri_text(node->datatype));
  put_text(out, gw_view(node->language));
}

static void put_cell(Child *child, rasqal_literal *value)
{
  const uint32_t number = value ? gw_source_number(child->source, value) : GW_ABSENT;
  rasqal_literal *node = value && number == GW_ABSENT ? rasqal_literal_as_node(value) : NULL;
  if (number != GW_ABSENT) {
    gw_buffer_char(&child->out, CELL_NUMBER);
    put_number(&child->out, number);
  } else if (node) {
    put_computed(&child->out, node);
    rasqal_free_literal(node);
  } else {
    gw_buffer_char(&child->out, CELL_NONE);
  }
}

/* How many rows are enough: all that are wanted, where their order is left open. */
static size_t enough(const GwPlan *plan)
{
  const bool any = plan->limited && !plan->distinct && plan->key_count == 0;
  return any ? plan->offset + plan->limit : SIZE_MAX;
}

static size_t width_of(const GwPlan *plan)
{
  size_t width = 0;
  for (size_t i = 0; i < plan->column_count; i++) {
    width += plan->columns[i].asked;
  }
  return width;
}

static bool send_rows(Child *child, rasqal_query_results *results)
{
  const size_t width = width_of(child->plan), most = enough(child->plan);
  for (size_t row = 0; row < most && !rasqal_query_results_finished(results); row++) {
    gw_buffer_char(&child->out, MARK_ROW);
    for (size_t i = 0; i < width; i++) {
      put_cell(child, rasqal_query_results_get_binding_value(results, (int)i));
    }
    if (child->out.length > FLUSH_BYTES && !flush(child)) {
      return false;
    }
    rasqal_query_results_next(results);
  }
  return true;
}

static rasqal_query_results *execute(Child *child, const char *text)
{
  rasqal_query *query = rasqal_new_query(child->world, "sparql11-query", NULL);
  raptor_uri *base = raptor_new_uri(rasqal_world_get_raptor(child->world),
                                    (const unsigned char *)"http://www.w3.org/");
  if (!query || !base || rasqal_query_prepare(query, (const unsigned char *)text, base) != 0) {
    return NULL;
  }
  rasqal_query_set_feature(query, RASQAL_FEATURE_NO_NET, 1);
  return gw_source_name_graphs(child->source, query) ? rasqal_query_execute(query) : NULL;
}

static bool send_answer(Child *child)
{
  const GwPlan *plan = child->plan;
  const char *ask = plan->form == GW_QUERY_ASK ? plan->text : plan->probe;
  bool any = true;
  if (ask) {
    rasqal_query_results *results = execute(child, ask);
    if (!results) {
      return false;
    }
    any = rasqal_query_results_get_boolean(results) > 0;
  }
  gw_buffer_char(&child->out, any ? MARK_YES : MARK_NO);
  if (plan->form != GW_QUERY_ASK && any) {
    rasqal_query_results *results = execute(child, plan->text);
    if (!results || !send_rows(child, results)) {
      return false;
    }
  }
  gw_buffer_char(&child->out, MARK_END);
  return child->complaint.length == 0;
}

/* The exit status: 0 when all was sent, 1 when a complaint was sent instead. */
static int run_child(void *data, int fd)
{
  Child *child = data;
  child->fd = fd;
  child->world = rasqal_new_world();
  if (child->world && rasqal_world_open(child->world) == 0) {
    rasqal_world_set_log_handler(child->world, child, keep_log);
    child->source = gw_source_new(child->world, child->index, child->plan);
  }
  if (child->source && send_answer(child) && flush(child)) {
    return 0;
  }
  child->out.length = 0;
  gw_buffer_append(&child->out, child->complaint.length ? gw_buffer_view(&child->complaint)
                                                        : GW_VIEW("it gave no reason"));
  (void)flush(child);
  return 1;
}

/* Reading in the parent. */
typedef struct {
  GwArena *arena;
  const GwIndex *index;
  GwView rest;
  bool cut; ///< the answer ended too early
} Reader;

static char take_mark(Reader *r)
{
  if (r->rest.length == 0) {
    r->cut = true;
    return MARK_END;
  }
  const char mark = r->rest.data[0];
  r->rest = gw_view_slice(r->rest, 1, r->rest.length);
  return mark;
}

static uint32_t take_number(Reader *r)
{
  uint32_t number = 0;
  if (r->rest.length < sizeof number) {
    r->cut = true;
    return 0;
  }
  memcpy(&number, r->rest.data, sizeof number);
  r->rest = gw_view_slice(r->rest, sizeof number, r->rest.length);
  return number;
}

static GwView take_text(Reader *r)
{
  const size_t length = take_number(r);
  if (length > r->rest.length) {
    r->cut = true;
    return GW_VIEW("");
  }
  const char *copy = gw_view_copy(r->arena, gw_view_slice(r->rest, 0, length));
  r->rest = gw_view_slice(r->rest, length, r->rest.length);
  return (GwView){copy, copy ? length : 0};
}

/* Decimals without zeros at their end: "66.0" is 66. */
static void tidy_decimal(GwTerm *term)
{
  if (!gw_view_is(term->datatype, GW_XSD "decimal")
      || !memchr(term->value.data, '.', term->value.length)) {
    return;
  }
  while (term->value.data[term->value.length - 1] == '0') {
    term->value.length--;
  }
  term->value.length -= term->value.data[term->value.length - 1] == '.';
}

static const GwTerm *take_cell(Reader *r)
{
  const char kind = take_mark(r);
  if (kind == CELL_NUMBER) {
    const uint32_t number = take_number(r);
    return number < r->index->term_count ? r->index->terms[number] : NULL;
  }
  GwTerm *term = kind == CELL_IRI || kind == CELL_TEXT ? GW_NEW(r->arena, 1, GwTerm) : NULL;
  if (!term) {
    return NULL;
  }
  *term = gw_iri(take_text(r));
  if (kind == CELL_TEXT) {
    term->kind = GW_TERM_LITERAL;
    term->datatype = take_text(r);
    term->language = take_text(r);
    const GwView type = term->datatype;
    term->datatype = gw_view_is(type, GW_PLAN_BOOLEAN) ? GW_VIEW(GW_XSD "boolean")
                     : gw_view_is(type, GW_XSD "string") ? GW_VIEW("") : type;
    tidy_decimal(term);
  }
  return term;
}

static GwStatus read_rows(Reader *r, GwRows *rows, GwError *error)
{
  size_t capacity = 0, cells = 0;
  rows->any = take_mark(r) == MARK_YES;
  while (take_mark(r) == MARK_ROW) {
    for (size_t i = 0; i < rows->width; i++) {
      rows->cells = gw_arena_grow(r->arena, rows->cells, cells, &capacity, sizeof *rows->cells);
      if (!rows->cells) {
        return gw_fail_memory(error);
      }
      rows->cells[cells++] = take_cell(r);
    }
    rows->count++;
  }
  return r->cut ? gw_fail(error, GW_ERR_CHILD, "Rasqal, the SPARQL engine, ended too early")
                : GW_OK;
}

GwStatus gw_query_run(GwArena *arena, const GwIndex *index, const GwPlan *plan,
                      const GwChildLimits *limits, GwRows *rows, GwError *error)
{
  Child child = {.index = index, .plan = plan};
  GwBuffer answer = GW_BUFFER_INIT;
  GwError why = {GW_OK, ""};
  int refused = 0;
  *rows = (GwRows){.width = width_of(plan)};
  GwStatus status = gw_child_run(limits, run_child, &child, &answer, &refused, &why);
  if (status) {
    status = gw_fail(error, status, "Rasqal, the SPARQL engine, gave no answer: %s; %s",
                     why.message, "make the query more specific, or give it more time with "
                     "--timeout");
  } else if (refused) {
    status = gw_fail(error, GW_ERR_CHILD, "Rasqal, the SPARQL engine, cannot answer this: %.*s",
                     GW_PRINT(gw_buffer_view(&answer)));
  } else {
    Reader reader = {arena, index, gw_buffer_view(&answer), false};
    status = read_rows(&reader, rows, error);
  }
  gw_buffer_free(&answer);
  return status;
}
