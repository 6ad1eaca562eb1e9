/*
 * Loaded before a browser (LD_PRELOAD): keeps of every file under $HORNBOOK_ROOT a copy of what it was at its last
 * fsync, under $HORNBOOK_SHADOW. A loss of power is then: kill the browser, and put these copies in place. Renames and
 * deletions count at once, as a journaling file system orders them before the next fsync of anything.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int below_root(const char *path, const char **rest) {
  const char *root = getenv("HORNBOOK_ROOT");
  if (root == NULL) return 0;
  size_t length = strlen(root);
  if (strncmp(path, root, length) != 0 || path[length] != '/') return 0;
  *rest = path + length;
  return 1;
}

static int shadow_of(const char *path, char *out) {
  const char *shadow = getenv("HORNBOOK_SHADOW");
  const char *rest;
  if (shadow == NULL || !below_root(path, &rest)) return 0;
  return snprintf(out, PATH_MAX, "%s%s", shadow, rest) < PATH_MAX;
}

static void make_folders(char *path) {
  for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    mkdir(path, 0700);
    *slash = '/';
  }
}

static void keep(int fd) {
  char link[64], path[PATH_MAX], shadow[PATH_MAX], making[PATH_MAX], buffer[65536];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return;
  path[length] = '\0';
  if (!shadow_of(path, shadow)) return;
  struct stat info;
  if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) return;
  int from = open(link, O_RDONLY | O_CLOEXEC);
  if (from < 0) return;
  make_folders(shadow);
  if (snprintf(making, sizeof making, "%s.%d-%d", shadow, getpid(), fd) < (int)sizeof making) {
    int to = open(making, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (to >= 0) {
      ssize_t got;
      while ((got = read(from, buffer, sizeof buffer)) > 0) {
        if (write(to, buffer, (size_t)got) != got) break;
      }
      close(to);
      ((int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename"))(making, shadow);
    }
  }
  close(from);
}

int fsync(int fd) {
  int result = ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(fd);
  if (result == 0) keep(fd);
  return result;
}

int fdatasync(int fd) {
  int result = ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(fd);
  if (result == 0) keep(fd);
  return result;
}

int rename(const char *from, const char *to) {
  int (*real)(const char *, const char *) = (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename");
  int result = real(from, to);
  char shadow_from[PATH_MAX], shadow_to[PATH_MAX];
  if (result == 0 && shadow_of(from, shadow_from) && shadow_of(to, shadow_to)) {
    make_folders(shadow_to);
    /* What was never synced is nothing yet, under its new name too. */
    if (real(shadow_from, shadow_to) != 0) ((int (*)(const char *))dlsym(RTLD_NEXT, "unlink"))(shadow_to);
  }
  return result;
}
