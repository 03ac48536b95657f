// Runs a command and says what it cost, measured by the kernel when the command has ended.
//
//   measure FILE COMMAND …   writes `WALL CPU MEMORY SWITCHES STATUS` to FILE: microseconds from start
//                            to end, of processor time, kilobytes at the peak, context switches
//
// It is small, as a child's peak counts that of the program it was forked from.
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long micros(struct timeval t) { return t.tv_sec * 1000000LL + t.tv_usec; }

int main(int count, char **words) {
  if (count < 3) {
    fprintf(stderr, "measure FILE COMMAND …\n");
    return 2;
  }
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pid_t child = fork();
  if (child == 0) {
    execvp(words[2], words + 2);
    perror(words[2]);
    _exit(127);
  }
  int status;
  struct rusage usage;
  if (wait4(child, &status, 0, &usage) != child) return 1;
  clock_gettime(CLOCK_MONOTONIC, &end);
  long long wall = (end.tv_sec - start.tv_sec) * 1000000LL + (end.tv_nsec - start.tv_nsec) / 1000;
  FILE *file = fopen(words[1], "w");
  if (!file) return 1;
  fprintf(file, "%lld %lld %ld %ld %d\n", wall, micros(usage.ru_utime) + micros(usage.ru_stime),
          usage.ru_maxrss, usage.ru_nvcsw + usage.ru_nivcsw, status);
  return fclose(file) != 0;
}
