#include "tests/test.h"

#include "base/file.h"

#include <dirent.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Each test works in a folder of its own. */
typedef struct {
  GwArena arena;
  GwError error;
  char folder[64];
} Fixture;

static const char *in_folder(Fixture *f, const char *name)
{
  return gw_view_format(&f->arena, "%s/%s", f->folder, name).data;
}

static int set_up(void **state)
{
  Fixture *f = calloc(1, sizeof *f);
  *state = f;
  if (!f) {
    return -1;
  }
  memcpy(f->folder, "/tmp/graphwright-test-XXXXXX", 29);
  return mkdtemp(f->folder) ? 0 : -1;
}

static size_t count_files(const Fixture *f)
{
  size_t count = 0;
  DIR *folder = opendir(f->folder);
  for (struct dirent *entry; folder && (entry = readdir(folder));) {
    count += entry->d_name[0] != '.';
  }
  if (folder) {
    closedir(folder);
  }
  return count;
}

/* Files of the folder and of one folder below it. */
static void remove_folder(Fixture *f, const char *path)
{
  DIR *folder = opendir(path);
  for (struct dirent *entry; folder && (entry = readdir(folder));) {
    const char *name = gw_view_format(&f->arena, "%s/%s", path, entry->d_name).data;
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0
        && unlink(name) != 0) {
      remove_folder(f, name);
    }
  }
  if (folder) {
    closedir(folder);
  }
  rmdir(path);
}

static int tear_down(void **state)
{
  Fixture *f = *state;
  chmod(f->folder, 0700);
  remove_folder(f, f->folder);
  gw_arena_free(&f->arena);
  free(f);
  return 0;
}

static void test_written_is_read(void **state)
{
  Fixture *f = *state;
  const char *path = in_folder(f, "a.txt");
  GwView content;
  assert_ok(gw_file_write(path, GW_VIEW("one\0two\n"), &f->error), f->error);
  assert_ok(gw_file_read(&f->arena, path, 100, &content, &f->error), f->error);
  assert_true(gw_view_equal(content, GW_VIEW("one\0two\n")));
  assert_int_equal(content.data[content.length], '\0');
  assert_ok(gw_file_map(path, &content, &f->error), f->error);
  assert_true(gw_view_equal(content, GW_VIEW("one\0two\n")));
  gw_file_unmap(content);
}

static void test_write_replaces_and_leaves_nothing_beside(void **state)
{
  Fixture *f = *state;
  const char *path = in_folder(f, "a.txt");
  GwView content;
  assert_ok(gw_file_write(path, GW_VIEW("a longer first text"), &f->error), f->error);
  assert_ok(gw_file_write(path, GW_VIEW("second"), &f->error), f->error);
  assert_ok(gw_file_read(&f->arena, path, 100, &content, &f->error), f->error);
  assert_view(content, "second");
  assert_int_equal(count_files(f), 1);
}

static void test_new_file_drains_and_appears_when_it_is_published(void **state)
{
  Fixture *f = *state;
  const char *path = in_folder(f, "a.txt");
  GwNewFile file;
  GwView content;
  const size_t lines = 100000;
  assert_ok(gw_file_write(path, GW_VIEW("before"), &f->error), f->error);
  assert_ok(gw_file_create(&file, path, &f->error), f->error);
  for (size_t i = 0; i < lines; i++) {
    gw_buffer_text(&file.out, "a line\n");
    gw_buffer_settle(&file.out);
    assert_true(file.out.length <= GW_BUFFER_DRAINS + 7);
  }
  assert_ok(gw_file_read(&f->arena, path, 100, &content, &f->error), f->error);
  assert_view(content, "before");
  assert_ok(gw_file_publish(&file, 1, GW_OK, &f->error), f->error);
  assert_ok(gw_file_read(&f->arena, path, 7 * lines, &content, &f->error), f->error);
  assert_int_equal(content.length, 7 * lines);
  assert_int_equal(count_files(f), 1);
}

static void test_failed_new_file_leaves_nothing(void **state)
{
  Fixture *f = *state;
  GwNewFile files[3] = {{.problem = 0}};
  GwView content;
  assert_ok(gw_file_write(in_folder(f, "a.txt"), GW_VIEW("before"), &f->error), f->error);
  assert_ok(gw_file_create(&files[0], in_folder(f, "a.txt"), &f->error), f->error);
  assert_ok(gw_file_create(&files[1], in_folder(f, "b.txt"), &f->error), f->error);
  gw_buffer_text(&files[0].out, "after");
  const GwStatus status = gw_fail(&f->error, GW_ERR_INPUT, "no good");
  assert_int_equal(gw_file_publish(files, 3, status, &f->error), GW_ERR_INPUT);
  assert_string_equal(f->error.message, "no good");
  assert_int_equal(count_files(f), 1);
  assert_ok(gw_file_read(&f->arena, in_folder(f, "a.txt"), 99, &content, &f->error), f->error);
  assert_view(content, "before");
}

static void test_full_disk_is_told(void **state)
{
  Fixture *f = *state;
  GwNewFile file;
  assert_ok(gw_file_create(&file, in_folder(f, "a.txt"), &f->error), f->error);
  const struct rlimit few = {1000, RLIM_INFINITY};
  struct rlimit before;
  getrlimit(RLIMIT_FSIZE, &before);
  signal(SIGXFSZ, SIG_IGN);
  setrlimit(RLIMIT_FSIZE, &few);
  for (size_t i = 0; i < 2 * GW_BUFFER_DRAINS; i++) {
    gw_buffer_char(&file.out, 'x');
    gw_buffer_settle(&file.out);
  }
  assert_true(file.out.failed);
  const GwStatus status = gw_fail_memory(&f->error); /* what a writer makes of it */
  assert_int_equal(gw_file_publish(&file, 1, status, &f->error), GW_ERR_IO);
  setrlimit(RLIMIT_FSIZE, &before);
  assert_non_null(strstr(f->error.message, "a.txt: cannot write: File too large"));
  assert_int_equal(count_files(f), 0);
}

static void test_written_file_follows_umask(void **state)
{
  Fixture *f = *state;
  const char *path = in_folder(f, "a.txt");
  struct stat info;
  const mode_t mask = umask(027);
  assert_ok(gw_file_write(path, GW_VIEW("x"), &f->error), f->error);
  umask(mask);
  assert_int_equal(stat(path, &info), 0);
  assert_int_equal(info.st_mode & 0777, 0640);
}

static void test_empty_files(void **state)
{
  Fixture *f = *state;
  const char *path = in_folder(f, "empty");
  GwView content;
  assert_ok(gw_file_write(path, GW_VIEW(""), &f->error), f->error);
  assert_ok(gw_file_read(&f->arena, path, 100, &content, &f->error), f->error);
  assert_int_equal(content.length, 0);
  assert_ok(gw_file_map(path, &content, &f->error), f->error);
  assert_int_equal(content.length, 0);
  gw_file_unmap(content);
}

static void test_limit(void **state)
{
  Fixture *f = *state;
  const char *path = in_folder(f, "a.txt");
  GwView content;
  assert_ok(gw_file_write(path, GW_VIEW("12345"), &f->error), f->error);
  assert_ok(gw_file_read(&f->arena, path, 5, &content, &f->error), f->error);
  assert_int_equal(gw_file_read(&f->arena, path, 4, &content, &f->error), GW_ERR_INPUT);
  assert_non_null(strstr(f->error.message, "a.txt"));
}

static void test_missing_and_folder(void **state)
{
  Fixture *f = *state;
  GwView content;
  const char *missing = in_folder(f, "none");
  assert_int_equal(gw_file_read(&f->arena, missing, 9, &content, &f->error), GW_ERR_IO);
  assert_non_null(strstr(f->error.message, "none: cannot open: No such file"));
  assert_int_equal(gw_file_map(missing, &content, &f->error), GW_ERR_IO);
  assert_int_equal(gw_file_read(&f->arena, f->folder, 9, &content, &f->error), GW_ERR_IO);
  assert_non_null(strstr(f->error.message, "cannot read"));
  assert_int_equal(gw_file_map(f->folder, &content, &f->error), GW_ERR_IO);
}

/* Root may write everywhere, so it gives that up for the call. */
static void test_unwritable_folder_keeps_the_old_file(void **state)
{
  Fixture *f = *state;
  const char *path = in_folder(f, "a.txt");
  GwView content;
  const uid_t user = geteuid();
  assert_ok(gw_file_write(path, GW_VIEW("old"), &f->error), f->error);
  chmod(f->folder, 0555);
  assert_int_equal(user == 0 ? seteuid(65534) : 0, 0);
  const GwStatus status = gw_file_write(path, GW_VIEW("new"), &f->error);
  assert_int_equal(user == 0 ? seteuid(user) : 0, 0);
  assert_int_equal(status, GW_ERR_IO);
  assert_non_null(strstr(f->error.message, "a.txt: cannot create a file beside"));
  assert_ok(gw_file_read(&f->arena, path, 100, &content, &f->error), f->error);
  assert_view(content, "old");
  assert_int_equal(count_files(f), 1);
}

/* A limit on the size of files stands for a full disk. */
static void test_failed_write_keeps_the_old_file(void **state)
{
  Fixture *f = *state;
  const char *path = in_folder(f, "a.txt");
  GwView content;
  struct rlimit before;
  assert_ok(gw_file_write(path, GW_VIEW("old"), &f->error), f->error);
  const char *large = gw_arena_alloc(&f->arena, 100000, 1);
  assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
  signal(SIGXFSZ, SIG_IGN);
  const struct rlimit full = {4096, before.rlim_max};
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &full), 0);
  const GwStatus status = gw_file_write(path, (GwView){large, 100000}, &f->error);
  setrlimit(RLIMIT_FSIZE, &before);
  assert_int_equal(status, GW_ERR_IO);
  assert_non_null(strstr(f->error.message, "a.txt: cannot write"));
  assert_ok(gw_file_read(&f->arena, path, 100, &content, &f->error), f->error);
  assert_view(content, "old");
  assert_int_equal(count_files(f), 1);
}

static void test_target_is_a_folder(void **state)
{
  Fixture *f = *state;
  assert_ok(gw_file_make_folder(in_folder(f, "out"), &f->error), f->error);
  assert_int_equal(gw_file_write(in_folder(f, "out"), GW_VIEW("x"), &f->error), GW_ERR_IO);
  assert_int_equal(count_files(f), 1);
  assert_int_equal(gw_file_write(in_folder(f, "none/a"), GW_VIEW("x"), &f->error), GW_ERR_IO);
}

static void test_files_that_belong_together(void **state)
{
  Fixture *f = *state;
  const GwOutput good[] = {{in_folder(f, "a"), GW_VIEW("1")}, {in_folder(f, "b"), GW_VIEW("2")}};
  const GwOutput bad[] = {{in_folder(f, "a"), GW_VIEW("3")}, {in_folder(f, "no/b"), GW_VIEW("4")}};
  GwView content;
  assert_ok(gw_file_write_all(good, 2, &f->error), f->error);
  assert_int_equal(gw_file_write_all(bad, 2, &f->error), GW_ERR_IO);
  assert_non_null(strstr(f->error.message, "no/b"));
  assert_ok(gw_file_read(&f->arena, good[0].path, 9, &content, &f->error), f->error);
  assert_view(content, "1");
  assert_ok(gw_file_read(&f->arena, good[1].path, 9, &content, &f->error), f->error);
  assert_view(content, "2");
  assert_int_equal(count_files(f), 2);
  assert_ok(gw_file_write_all(NULL, 0, &f->error), f->error);
}

static void test_make_folder(void **state)
{
  Fixture *f = *state;
  struct stat info;
  assert_ok(gw_file_make_folder(in_folder(f, "one/two/"), &f->error), f->error);
  assert_int_equal(stat(in_folder(f, "one/two"), &info), 0);
  assert_true(S_ISDIR(info.st_mode));
  assert_ok(gw_file_make_folder(in_folder(f, "one/two"), &f->error), f->error);
  assert_ok(gw_file_make_folder("/", &f->error), f->error);
  assert_int_equal(gw_file_make_folder("", &f->error), GW_ERR_IO);
  assert_ok(gw_file_write(in_folder(f, "file"), GW_VIEW("x"), &f->error), f->error);
  assert_int_equal(gw_file_make_folder(in_folder(f, "file"), &f->error), GW_ERR_IO);
  assert_int_equal(gw_file_make_folder(in_folder(f, "file/below"), &f->error), GW_ERR_IO);
}

static void test_data_folder_of_the_environment(void **state)
{
  Fixture *f = *state;
  const char *path = NULL;
  assert_ok(gw_file_write(in_folder(f, "table.tsv"), GW_VIEW("x"), &f->error), f->error);
  setenv("GRAPHWRIGHT_DATA", f->folder, 1);
  assert_ok(gw_file_data(&f->arena, "table.tsv", &path, &f->error), f->error);
  assert_string_equal(path, in_folder(f, "table.tsv"));
  assert_int_equal(gw_file_data(&f->arena, "base/view.h", &path, &f->error), GW_ERR_IO);
  assert_non_null(strstr(f->error.message, "GRAPHWRIGHT_DATA"));
  unsetenv("GRAPHWRIGHT_DATA");
  assert_ok(gw_file_data(&f->arena, "base/view.h", &path, &f->error), f->error);
}

#define FILE_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
    FILE_TEST(test_written_is_read),
    FILE_TEST(test_write_replaces_and_leaves_nothing_beside),
    FILE_TEST(test_new_file_drains_and_appears_when_it_is_published),
    FILE_TEST(test_failed_new_file_leaves_nothing),
    FILE_TEST(test_full_disk_is_told),
    FILE_TEST(test_written_file_follows_umask),
    FILE_TEST(test_empty_files),
    FILE_TEST(test_limit),
    FILE_TEST(test_missing_and_folder),
    FILE_TEST(test_unwritable_folder_keeps_the_old_file),
    FILE_TEST(test_failed_write_keeps_the_old_file),
    FILE_TEST(test_target_is_a_folder),
    FILE_TEST(test_files_that_belong_together),
    FILE_TEST(test_make_folder),
    FILE_TEST(test_data_folder_of_the_environment),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
