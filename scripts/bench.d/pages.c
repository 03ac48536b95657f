// A server of prepared pages, and the least that a client can do with them.
//
//   pages serve ROWS [LATENCY]      serves a list of ROWS phone numbers, whatever is asked for, on a
//                                   port of 127.0.0.1 that it prints; an answer takes LATENCY
//                                   milliseconds; SIGTERM prints how many connections there were
//   pages read PORT ROWS            reads the list and throws it away: the floor of every client
//
// A page is 100 rows of some 500 bytes in the order of the API, newest first. Only the ids, numbers
// and times differ from page to page, and are written over the page before.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { ROWS_A_PAGE = 100, NEXT_DIGITS = 12, HEAD = 256, MOST_CONNECTIONS = 1024 };

typedef struct {
  char request[4096];
  size_t have;       // bytes of the request
  char *answer;      // the end of its head is at HEAD
  size_t size, sent; // where the answer ends, and how far it was sent
  int64_t due;       // when the answer may go, in microseconds; 0 if none waits
} Connection;

static Connection *connections[MOST_CONNECTIONS];
static long rows, accepted;
static int64_t latency;

static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000LL + t.tv_nsec / 1000;
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static void digits(char *place, int count, unsigned long value) {
  while (count > 0) {
    place[--count] = '0' + value % 10;
    value /= 10;
  }
}

// A page: its bytes, and where what differs stands in them.
static char page[128 * 1024];
static size_t page_size, row_start[ROWS_A_PAGE], id_at, phone_at, created_at, updated_at, next_at;

static const char *const names[] = {"FRONT DESK", "ARMSTRONG", "Zahnarzt M\xc3\xbcller", "HARBOR, VET"};

static size_t find(const char *row, const char *key) { return strstr(row, key) + strlen(key) - row; }

static void prepare(void) {
  char *end = page + sprintf(page, "{\"object\":\"list\",\"url\":\"/v1/phone-numbers\",\"next_page_url\":"
    "\"/v1/phone-numbers?page=eyJzdGFydGluZ19hZnRlciI6ImRpZF8wMXkzengifQ%012d\",\"data\":[", 0);
  next_at = (size_t)(strstr(page, "ifQ") + 3 - page);
  for (int i = 0; i < ROWS_A_PAGE; i++) {
    if (i > 0) *end++ = ',';
    row_start[i] = (size_t)(end - page);
    // The second one in a hundred rows each of the names with letters beyond ASCII and a comma.
    const char *name = names[i == 50 ? 2 : i == 75 ? 3 : i % 2];
    end += sprintf(end,
      "{\"id\":\"did_01y3zx5cvad0x3s%012d\",\"phone_number\":\"+1415%07d\",\"status\":\"active\","
      "\"number_class\":\"account_owned\",\"inbound_routing\":\"default\","
      "\"routing_target\":\"rg_01b95vvnck6tt0a4mp6dt7hzc2\",\"outbound_enabled\":false,"
      "\"fax_enabled\":false,\"created_at\":\"2026-01-01T00:00:00Z\","
      "\"updated_at\":\"2026-01-01T00:00:00Z\",\"caller_id_name\":\"%s\",\"caller_id_prefix\":null,"
      "\"caller_id_visibility\":\"PRIVATE\",\"directory_listing_name\":\"Sunrise Bakery\","
      "\"directory_listing_type\":\"non_published\","
      "\"directory_listing_location\":\"loc_01scrg5nm94e5j6vxhcx99g3vn\",\"expires_at\":null,"
      "\"disconnected_at\":null,\"config\":null}", 0, 0, name);
  }
  end += sprintf(end, "]}");
  page_size = (size_t)(end - page);
  const char *row = page + row_start[0];
  id_at = find(row, "x5cvad0x3s");
  phone_at = find(row, "+1415");
  created_at = find(row, "created_at\":\"");
  updated_at = find(row, "updated_at\":\"");
}

// Writes the answer for the page that begins at row `first`.
static void answer(Connection *c, long first) {
  long count = rows - first < ROWS_A_PAGE ? rows - first : ROWS_A_PAGE;
  if (count < 0) count = 0;
  long next = first + ROWS_A_PAGE;
  char stamp[32];
  time_t moment = 1780000000 - first / ROWS_A_PAGE * 60;
  struct tm tm;
  strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&moment, &tm));
  size_t size = count == ROWS_A_PAGE ? page_size - 2 : count == 0 ? row_start[0] : row_start[count] - 1;
  // The head is written before the body, once its length is known.
  char *body = c->answer + HEAD;
  memcpy(body, page, size);
  for (int i = 0; i < count; i++) {
    char *row = body + row_start[i];
    digits(row + id_at, 12, (unsigned long)(first + i));
    // Every number once, in an order that nobody expects.
    digits(row + phone_at, 7, (unsigned long)(first + i) * 7654321UL % 10000000UL);
    memcpy(row + created_at, stamp, 20);
    memcpy(row + updated_at, stamp, 20);
  }
  memcpy(body + size, "]}", 2);
  size += 2;
  if (next < rows) {
    digits(body + next_at, NEXT_DIGITS, (unsigned long)next);
  } else {
    // The last page has null for its URL.
    char *url = strstr(body, "\"next_page_url\":") + strlen("\"next_page_url\":");
    char *rest = body + next_at + NEXT_DIGITS + 1;
    memcpy(url, "null", 4);
    memmove(url + 4, rest, size - (size_t)(rest - body));
    size -= (size_t)(rest - url) - 4;
  }
  char head[HEAD];
  int length = sprintf(head,
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Request-Id: req_01hzy3v9t0aaaaaaaaaaaaaaaa\r\n"
    "Content-Length: %zu\r\n\r\n", size);
  memcpy(body - length, head, (size_t)length);
  c->sent = (size_t)(HEAD - length);
  c->size = HEAD + size;
}

static void drop(int fd) {
  free(connections[fd]->answer);
  free(connections[fd]);
  connections[fd] = NULL;
  close(fd);
}

static void push(int poll, int fd) {
  Connection *c = connections[fd];
  while (c->sent < c->size) {
    ssize_t n = send(fd, c->answer + c->sent, c->size - c->sent, MSG_NOSIGNAL);
    if (n < 0 && errno == EAGAIN) {
      struct epoll_event e = {.events = EPOLLIN | EPOLLOUT, .data.fd = fd};
      epoll_ctl(poll, EPOLL_CTL_MOD, fd, &e);
      return;
    }
    if (n < 0) return drop(fd);
    c->sent += (size_t)n;
  }
  struct epoll_event e = {.events = EPOLLIN, .data.fd = fd};
  epoll_ctl(poll, EPOLL_CTL_MOD, fd, &e);
}

static void receive(int poll, int fd) {
  Connection *c = connections[fd];
  ssize_t n = recv(fd, c->request + c->have, sizeof c->request - 1 - c->have, 0);
  if (n <= 0) return drop(fd);
  c->have += (size_t)n;
  c->request[c->have] = 0;
  if (!strstr(c->request, "\r\n\r\n")) {
    if (c->have == sizeof c->request - 1) drop(fd);
    return;
  }
  char *line_end = strchr(c->request, '\r');
  *line_end = 0;
  char *token = strstr(c->request, "ifQ");
  answer(c, token ? atol(token + 3) : 0);
  c->have = 0;
  if (latency > 0) c->due = now() + latency;
  else push(poll, fd);
}

static void report(int signal) {
  char text[64];
  (void)signal;
  int n = snprintf(text, sizeof text, "%ld connections\n", accepted);
  (void)!write(1, text, (size_t)n);
  _exit(0);
}

static void serve(void) {
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  if (bind(listener, (struct sockaddr *)&address, length) || listen(listener, 512)) fail("listen");
  getsockname(listener, (struct sockaddr *)&address, &length);
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  signal(SIGTERM, report);
  int poll = epoll_create1(0);
  struct epoll_event e = {.events = EPOLLIN, .data.fd = listener};
  epoll_ctl(poll, EPOLL_CTL_ADD, listener, &e);
  for (;;) {
    int64_t wait = -1, moment = now();
    for (int fd = 0; latency > 0 && fd < MOST_CONNECTIONS; fd++) {
      Connection *c = connections[fd];
      if (!c || !c->due) continue;
      if (c->due <= moment) {
        c->due = 0;
        push(poll, fd);
      } else if (wait < 0 || c->due - moment < wait) {
        wait = c->due - moment;
      }
    }
    struct epoll_event events[64];
    struct timespec limit = {.tv_sec = wait / 1000000, .tv_nsec = wait % 1000000 * 1000};
    int count = epoll_pwait2(poll, events, 64, wait < 0 ? NULL : &limit, NULL);
    for (int i = 0; i < count; i++) {
      int fd = events[i].data.fd;
      if (fd == listener) {
        int other = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
        if (other < 0) continue;
        if (other >= MOST_CONNECTIONS) { close(other); continue; }
        int on = 1;
        setsockopt(other, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        accepted++;
        connections[other] = calloc(1, sizeof(Connection));
        connections[other]->answer = malloc(HEAD + sizeof page);
        struct epoll_event f = {.events = EPOLLIN, .data.fd = other};
        epoll_ctl(poll, EPOLL_CTL_ADD, other, &f);
        continue;
      }
      if (connections[fd] && events[i].events & EPOLLOUT) push(poll, fd);
      if (connections[fd] && events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) receive(poll, fd);
    }
  }
}

static void read_all(int port) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {
    .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK), .sin_port = htons((uint16_t)port)};
  if (connect(fd, (struct sockaddr *)&address, sizeof address)) fail("connect");
  static char buffer[256 * 1024];
  for (long first = 0; first < rows; first += ROWS_A_PAGE) {
    char request[256];
    int n = sprintf(request, "GET /v1/phone-numbers?page=ifQ%012ld HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", first);
    if (write(fd, request, (size_t)n) != n) fail("write");
    size_t have = 0, want = SIZE_MAX;
    while (have < want) {
      ssize_t got = read(fd, buffer + have, sizeof buffer - 1 - have);
      if (got <= 0) fail("read");
      have += (size_t)got;
      char *end;
      if (want == SIZE_MAX && (buffer[have] = 0, end = strstr(buffer, "\r\n\r\n")))
        want = (size_t)(end + 4 - buffer) + (size_t)atol(strstr(buffer, "Content-Length: ") + 16);
    }
  }
}

int main(int count, char **words) {
  if (count >= 3 && !strcmp(words[1], "serve")) {
    rows = atol(words[2]);
    latency = count > 3 ? (int64_t)(atof(words[3]) * 1000) : 0;
    prepare();
    serve();
  } else if (count == 4 && !strcmp(words[1], "read")) {
    rows = atol(words[3]);
    read_all(atoi(words[2]));
  } else {
    fprintf(stderr, "pages serve ROWS [LATENCY] | pages read PORT ROWS\n");
    return 2;
  }
}
