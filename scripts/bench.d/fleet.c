// A server that plays a platform of many accounts, each with a list of phone numbers.
//
//   fleet ACCOUNTS ROWS [OPTION …]       serves ACCOUNTS accounts of ROWS numbers on a port of
//                                        127.0.0.1 that it prints; SIGTERM prints its books as JSON
//   fleet list ACCOUNTS [broken=MANY]    prints the accounts in the order of the list, `ID STATUS` a
//                                        line: 200, or what a broken one answers
//
//   latency=MS          an answer takes so long
//   tail=yes            MS is the median alone: 1 in 100 answers takes 10 times as long or longer, 1 in
//                       1,000 takes 50 times as long; a page takes as long each time it is read
//   slow=INDEX:FACTOR   the answers of that account, counted from 0, take FACTOR times as long
//   rate=R              more than R requests a second, R/5 at once, are answered with 429
//   broken=MANY         of 1,000 accounts so many answer 403, 404 or 500 in turn, for ever
//   drop=N              every Nth request has its connection closed instead of an answer
//
// The accounts and their numbers are in the order of the API, newest first. A page is written when it
// is due, into one place: a request that waits holds no page.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MOST_ROWS = 100, NEXT_DIGITS = 12, HEAD = 1024, REQUEST = 8192, ID = 31, MOST = 1000000 };

typedef enum { REFUSAL, ACCOUNTS, ACCOUNT, NUMBERS } Kind;

typedef struct {
  int fd;
  uint32_t events;           // what epoll waits for
  char request[REQUEST];
  size_t have;               // bytes of the request and of what came after it
  bool busy, last;           // whether an answer is owed; whether it is the last one
  Kind kind;
  int status;
  const char *refusal;       // the body of a refusal
  long number, account, first, limit;
  bool none;                 // whether the filter takes no row
  int64_t due;               // when the answer may go, in microseconds
  size_t turn;               // its place in the heap, from 1; 0 if it doesn't wait
  char *rest;                // what the socket didn't take yet
  size_t size, sent;
} Connection;

static long accounts, rows, broken, dropping, slow_account = -1;
static double latency, slow_factor = 1, rate;
static bool tail;
static int poller, listener;
static bool is_listening = true;

// The books.
static long connected, requests, dropped, account_pages, number_pages, answers[600];
static long most_a_second, in_flight, most_in_flight;
static double waited;

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
    place[--count] = (char)('0' + value % 10);
    value /= 10;
  }
}

static void time_text(char *text, long minutes_ago) {
  time_t moment = 1780000000 - minutes_ago * 60;
  struct tm tm;
  strftime(text, 21, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&moment, &tm));
}

static uint64_t mixed(uint64_t x) {  // SplitMix64
  x += 0x9e3779b97f4a7c15;
  x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9;
  x = (x ^ x >> 27) * 0x94d049bb133111eb;
  return x ^ x >> 31;
}

// Accounts. An id is the index times an odd number modulo 2^60, which can be undone, and 60 bits more.

static const char letters[] = "0123456789abcdefghjkmnpqrstvwxyz";
static const uint64_t factor = 0x9e3779b97f4a7c15, low60 = (1ULL << 60) - 1;

static void write_id(char id[ID + 1], long index) {
  uint64_t first = ((uint64_t)index + 1) * factor & low60, second = mixed(first);
  memcpy(id, "acct_01", 7);
  for (int i = 0; i < 12; i++) {
    id[7 + i] = letters[first >> (55 - 5 * i) & 31];
    id[19 + i] = letters[second >> (55 - 5 * i) & 31];
  }
  id[ID] = 0;
}

// The index of the account, -1 if there is none.
static long index_of(const char *id) {
  if (strlen(id) != ID) return -1;
  uint64_t first = 0, inverse = factor;
  for (int i = 0; i < 12; i++) {
    const char *letter = strchr(letters, id[7 + i]);
    if (!letter) return -1;
    first = first << 5 | (uint64_t)(letter - letters);
  }
  for (int i = 0; i < 5; i++) inverse *= 2 - factor * inverse;
  uint64_t number = first * inverse & low60;
  if (number < 1 || number > (uint64_t)accounts) return -1;
  char right[ID + 1];
  write_id(right, (long)number - 1);
  return strcmp(right, id) ? -1 : (long)number - 1;
}

// What the account answers: 200, or the status of a broken one.
static int health(long index) {
  static const int statuses[] = {403, 404, 500};
  long before = index * broken / 1000;
  return (index + 1) * broken / 1000 == before ? 200 : statuses[before % 3];
}

static const char *const zones[] = {
  "America/New_York", "America/Chicago", "America/Los_Angeles", "Europe/Berlin"};
static const char *const companies[] = {
  "Harbor Vet", "Sunrise Bakery", "Zahnarzt M\xc3\xbcller", "Armstrong, Sons"};

static char *write_account(char *end, long index) {
  char id[ID + 1], stamp[24];
  write_id(id, index);
  time_text(stamp, index);
  return end + sprintf(end,
    "{\"id\":\"%s\",\"name\":\"%s %ld\",\"email\":\"owner%ld@example.com\",\"phone\":\"+1201%07ld\","
    "\"primary_contact_name\":null,\"tos_status\":\"%s\",\"onboarding_complete\":%s,"
    "\"main_location\":null,\"hold_music_clip\":null,\"default_button_template\":null,"
    "\"config\":{\"region\":\"US\",\"timezone\":\"%s\",\"extension_length\":4,"
    "\"recording_enabled\":false,\"max_phone_numbers\":1000},"
    "\"created_at\":\"%s\",\"updated_at\":\"%s\"}",
    id, companies[index % 4], index, index, index * 7654321 % 10000000,
    index % 3 ? "signed" : "unsigned", index % 5 ? "true" : "false", zones[index % 4], stamp, stamp);
}

// Numbers: a page of rows, what differs between pages is written over the page before.

static char page[HEAD + MOST_ROWS * 1024];
static char other[HEAD + MOST_ROWS * 1024];
static size_t row_start[MOST_ROWS + 1], id_at, phone_at, created_at, updated_at;

static const char *const names[] = {"FRONT DESK", "ARMSTRONG", "Zahnarzt M\xc3\xbcller", "HARBOR, VET"};

static size_t find(const char *row, const char *key) {
  return (size_t)(strstr(row, key) - row) + strlen(key);
}

static void prepare(void) {
  char *end = page + HEAD;
  for (int i = 0; i < MOST_ROWS; i++) {
    row_start[i] = (size_t)(end - page);
    // Once in a hundred rows each of the names with letters beyond ASCII and a comma.
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
      "\"disconnected_at\":null,\"config\":null},", 0, 0, name);
  }
  row_start[MOST_ROWS] = (size_t)(end - page);
  const char *row = page + row_start[0];
  id_at = find(row, "x5cvad0x3s");
  phone_at = find(row, "+1415");
  created_at = find(row, "created_at\":\"");
  updated_at = find(row, "updated_at\":\"");
}

static void write_rows(long account, long first, long count) {
  char stamp[24];
  for (long i = 0; i < count; i++) {
    char *row = page + row_start[i];
    unsigned long number = (unsigned long)(account * rows + first + i);
    if (i == 0 || (first + i) % MOST_ROWS == 0) time_text(stamp, (first + i) / MOST_ROWS);
    digits(row + id_at, 12, number);
    digits(row + phone_at, 7, number * 7654321UL % 10000000UL);
    memcpy(row + created_at, stamp, 20);
    memcpy(row + updated_at, stamp, 20);
  }
}

// Connections and the heap of those that wait, the earliest first.

static Connection **connections;
static Connection **heap;
static size_t waiting, most_connections;

static void settle(size_t turn, Connection *c) {
  heap[turn] = c;
  c->turn = turn;
}

// Puts `c` where it belongs, from the place `turn`, which is free.
static void sift(size_t turn, Connection *c) {
  for (; turn > 1 && heap[turn / 2]->due > c->due; turn /= 2) settle(turn, heap[turn / 2]);
  for (size_t child; (child = turn * 2) <= waiting; turn = child) {
    if (child < waiting && heap[child + 1]->due < heap[child]->due) child++;
    if (heap[child]->due >= c->due) break;
    settle(turn, heap[child]);
  }
  settle(turn, c);
}

static void stop_waiting(Connection *c) {
  size_t turn = c->turn;
  if (!turn) return;
  c->turn = 0;
  Connection *moved = heap[waiting--];
  if (moved != c) sift(turn, moved);
}

static void listen_again(bool on) {
  if (on == is_listening) return;
  struct epoll_event e = {.events = on ? EPOLLIN : 0, .data.fd = listener};
  epoll_ctl(poller, EPOLL_CTL_MOD, listener, &e);
  is_listening = on;
}

static void drop(Connection *c) {
  stop_waiting(c);
  if (c->busy) in_flight--;
  connections[c->fd] = NULL;
  close(c->fd);
  free(c->rest);
  free(c);
  listen_again(true);
}

static void watch(Connection *c) {
  uint32_t events = (c->have < REQUEST ? EPOLLIN : 0) | (c->rest ? EPOLLOUT : 0);
  if (events == c->events) return;
  c->events = events;
  struct epoll_event e = {.events = events, .data.fd = c->fd};
  epoll_ctl(poller, EPOLL_CTL_MOD, c->fd, &e);
}

// Answers.

static const char *reason(int status) {
  switch (status) {
    case 200: return "OK";
    case 400: return "Bad Request";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 429: return "Too Many Requests";
    default: return "Internal Server Error";
  }
}

// Both are false where the connection is gone.
static bool finish(Connection *c) {
  c->busy = false;
  in_flight--;
  if (c->last) { drop(c); return false; }
  watch(c);
  return true;
}

static bool flush(Connection *c) {
  while (c->sent < c->size) {
    ssize_t n = send(c->fd, c->rest + c->sent, c->size - c->sent, MSG_NOSIGNAL);
    if (n < 0 && errno == EAGAIN) return true;
    if (n < 0) { drop(c); return false; }
    c->sent += (size_t)n;
  }
  free(c->rest);
  c->rest = NULL;
  return finish(c);
}

// Sends a body that has room for a head in front of it.
static bool deliver(Connection *c, char *body, const char *end) {
  char head[HEAD / 2];
  int length = sprintf(head,
    "HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nX-Request-Id: req_%010ld\r\n%s%s"
    "Content-Length: %zu\r\n\r\n", c->status, reason(c->status), c->number,
    c->status == 429 ? "Retry-After: 1\r\n" : "", c->last ? "Connection: close\r\n" : "",
    (size_t)(end - body));
  answers[c->status]++;
  body -= length;
  memcpy(body, head, (size_t)length);
  ssize_t n = send(c->fd, body, (size_t)(end - body), MSG_NOSIGNAL);
  if (n < 0 && errno != EAGAIN) { drop(c); return false; }
  if (n < 0) n = 0;
  if (body + n == end) return finish(c);
  c->sent = 0;
  c->size = (size_t)(end - body - n);
  c->rest = malloc(c->size);
  memcpy(c->rest, body + n, c->size);
  watch(c);
  return true;
}

// Writes what stands in a page before its items, so that it ends at `items`.
static char *open_list(char *items, const char *path, long limit, long next, long count) {
  char text[HEAD / 2], url[HEAD / 4] = "null";
  if (next < count)
    sprintf(url, "\"%s?limit=%ld&page=eyJzdGFydGluZ19hZnRlciI6ImRpZF8wMXkzengifQ%0*ld\"", path, limit,
            NEXT_DIGITS, next);
  int length = sprintf(
    text, "{\"object\":\"list\",\"url\":\"%s\",\"next_page_url\":%s,\"data\":[", path, url);
  return memcpy(items - length, text, (size_t)length);
}

static bool answer_numbers(Connection *c) {
  long all = c->none ? 0 : rows, left = all - c->first;
  long count = left < 0 ? 0 : left < c->limit ? left : c->limit;
  write_rows(c->account, c->first, count);
  char *items = page + row_start[0], *end = count > 0 ? page + row_start[count] - 1 : items, saved[2];
  char *body = open_list(items, "/v1/phone-numbers", c->limit, c->first + c->limit, all);
  memcpy(saved, end, 2);
  memcpy(end, "]}", 2);
  number_pages++;
  bool there = deliver(c, body, end + 2);
  memcpy(end, saved, 2);
  return there;
}

static bool answer_accounts(Connection *c) {
  char *items = other + HEAD, *end = items;
  for (long i = c->first; i < c->first + c->limit && i < accounts; i++) {
    if (i > c->first) *end++ = ',';
    end = write_account(end, i);
  }
  memcpy(end, "]}", 2);
  account_pages++;
  char *body = open_list(items, "/v1/accounts", c->limit, c->first + c->limit, accounts);
  return deliver(c, body, end + 2);
}

static bool answer(Connection *c) {
  char *body = other + HEAD;
  switch (c->kind) {
    case NUMBERS: return answer_numbers(c);
    case ACCOUNTS: return answer_accounts(c);
    case ACCOUNT: return deliver(c, body, write_account(body, c->account));
    default: return deliver(c, body, stpcpy(body, c->refusal));
  }
}

// Requests.

static void refuse(Connection *c, int status, const char *body) {
  c->kind = REFUSAL;
  c->status = status;
  c->refusal = body;
}

static void refuse_account(Connection *c, int status) {
  refuse(c, status,
    status == 403 ? "{\"error\":\"the key has no access to this account\",\"code\":\"forbidden\"}" :
    status == 404 ? "{\"error\":\"no such account\",\"code\":\"not_found\"}" :
    "{\"error\":\"something went wrong\",\"code\":\"internal_error\"}");
}

// The value of a parameter, up to `&` or the end; NULL where there is none.
static const char *parameter(const char *query, const char *name) {
  size_t length = strlen(name);
  for (const char *at = query; at; at = strchr(at, '&')) {
    if (*at == '&') at++;
    if (!strncmp(at, name, length) && at[length] == '=') return at + length + 1;
  }
  return NULL;
}

static bool is_whole(const char *end) { return *end == 0 || *end == '&'; }

// Reads `limit` and `page`; false where they are refused.
static bool read_page(Connection *c, const char *query) {
  char *end;
  const char *limit = parameter(query, "limit"), *token = parameter(query, "page");
  c->limit = limit ? strtol(limit, &end, 10) : 10;
  if (limit && (!is_whole(end) || c->limit < 1 || c->limit > MOST_ROWS)) {
    refuse(c, 400, "{\"error\":\"limit must be between 1 and 100\",\"code\":\"validation_error\","
                   "\"details\":{\"limit\":\"out of range\"}}");
    return false;
  }
  static const char start[] = "eyJzdGFydGluZ19hZnRlciI6ImRpZF8wMXkzengifQ";
  c->first = 0;
  if (!token) return true;
  if (!strncmp(token, start, sizeof start - 1)) {
    token += sizeof start - 1;
    c->first = strtol(token, &end, 10);
    if (strspn(token, "0123456789") == NEXT_DIGITS && is_whole(end)) return true;
  }
  refuse(c, 400, "{\"error\":\"the page token is malformed or expired\",\"code\":\"invalid_pagination\","
                 "\"details\":{\"page\":\"invalid\"}}");
  return false;
}

static void route(Connection *c, char *path, const char *id) {
  static const char one[] = "/v1/accounts/";
  char *query = strchrnul(path, '?');
  if (*query) *query++ = 0;
  c->status = 200;
  c->account = -1;
  if (!strcmp(path, "/v1/accounts")) {
    if (read_page(c, query)) c->kind = ACCOUNTS;
  } else if (!strncmp(path, one, sizeof one - 1)) {
    c->account = index_of(path + sizeof one - 1);
    c->kind = ACCOUNT;
    int status = c->account < 0 ? 404 : health(c->account);
    if (status != 200) refuse_account(c, status);
  } else if (strcmp(path, "/v1/phone-numbers")) {
    refuse(c, 404, "{\"error\":\"no such path\",\"code\":\"not_found\"}");
  } else if (!*id) {
    refuse(c, 400, "{\"error\":\"the DialStack-Account header is required\",\"code\":\"validation_error\","
                   "\"details\":{\"DialStack-Account\":\"missing\"}}");
  } else {
    c->account = index_of(id);
    int status = c->account < 0 ? 403 : health(c->account);
    if (status != 200) return refuse_account(c, status);
    if (!read_page(c, query)) return;
    c->kind = NUMBERS;
    const char *filter = parameter(query, "status");
    c->none = filter && !(!strncmp(filter, "active", 6) && is_whole(filter + 6));
  }
}

// Whether the rate takes a request now.
static bool is_let_in(int64_t moment) {
  static double tokens = -1;
  static int64_t before;
  if (rate == 0) return true;
  double most = fmax(1, rate / 5);
  tokens = tokens < 0 ? most : fmin(most, tokens + (double)(moment - before) / 1e6 * rate);
  before = moment;
  if (tokens < 1) return false;
  tokens--;
  return true;
}

static void count_request(int64_t moment) {
  enum { SLOTS = 100 };
  static long in_slot[SLOTS], in_second;
  static int64_t last;
  int64_t slot = moment * SLOTS / 1000000;
  if (last < slot - SLOTS) last = slot - SLOTS;
  while (last < slot) {
    last++;
    in_second -= in_slot[last % SLOTS];
    in_slot[last % SLOTS] = 0;
  }
  in_slot[slot % SLOTS]++;
  in_second++;
  requests++;
  if (in_second > most_a_second) most_a_second = in_second;
}

// How long the answer takes, in microseconds.
static int64_t delay(const Connection *c) {
  double wait = latency * 1000;
  if (tail) {
    uint64_t seed = mixed((uint64_t)(c->account + 2) * MOST + (uint64_t)c->first);
    double one = (double)((seed >> 11) + 1) * 0x1p-53, two = (double)(mixed(seed) >> 11) * 0x1p-53;
    // Of a normal distribution 1 in 100 is beyond 2.326.
    double normal = sqrt(-2 * log(one)) * cos(2 * M_PI * two);
    wait *= mixed(~seed) % 1000 == 0 ? 50 : fmin(50, exp(normal * log(10) / 2.326));
  }
  if (c->account >= 0 && c->account == slow_account) wait *= slow_factor;
  return (int64_t)wait;
}

// Reads the head of `size` bytes; false where the connection is to be closed.
static bool read_request(Connection *c, size_t size) {
  if (memchr(c->request, 0, size)) return false;
  c->request[size - 2] = 0;
  char *path = c->request + 4, *end = strpbrk(c->request + 4, " \r\n");
  if (strncmp(c->request, "GET /", 5) || !end) return false;
  if (strncmp(end, " HTTP/1.1\r\n", 11) && strncmp(end, " HTTP/1.0\r\n", 11)) return false;
  c->last = end[8] == '0';
  *end = 0;
  char id[ID + 2] = "";
  for (char *line = end + 11; *line; line = strchr(line, '\n') + 1) {
    char *colon = strchr(line, ':'), *line_end = strstr(line, "\r\n");
    if (!line_end || !colon || colon > line_end || colon == line) return false;
    char *value = colon + 1 + strspn(colon + 1, " \t");
    size_t length = (size_t)(line_end - value);
    if (!strncasecmp(line, "DialStack-Account:", 18)) snprintf(id, sizeof id, "%.*s", (int)length, value);
    if (!strncasecmp(line, "Connection:", 11) && length == 5 && !strncasecmp(value, "close", 5))
      c->last = true;
  }
  int64_t moment = now();
  count_request(moment);
  c->number = requests;
  if (dropping > 0 && requests % dropping == 0) {
    dropped++;
    return false;
  }
  route(c, path, id);
  if (!is_let_in(moment)) refuse(c, 429, "{\"error\":\"too many requests\",\"code\":\"rate_limited\"}");
  c->due = latency > 0 ? moment + delay(c) : 0;
  if (c->due) waited += (double)(c->due - moment);
  return true;
}

// Takes the requests that came whole, one after another.
static void take(Connection *c) {
  while (!c->busy) {
    char *end = memmem(c->request, c->have, "\r\n\r\n", 4);
    if (!end && c->have == REQUEST) return drop(c);
    if (!end) break;
    size_t size = (size_t)(end + 4 - c->request);
    if (!read_request(c, size)) return drop(c);
    c->have -= size;
    memmove(c->request, c->request + size, c->have);
    c->busy = true;
    if (++in_flight > most_in_flight) most_in_flight = in_flight;
    if (c->due) sift(++waiting, c);
    else if (!answer(c)) return;
  }
  watch(c);
}

static void receive(Connection *c) {
  if (c->have < REQUEST) {
    ssize_t n = recv(c->fd, c->request + c->have, REQUEST - c->have, 0);
    if (n < 0 && errno == EAGAIN) return;
    if (n <= 0) return drop(c);
    c->have += (size_t)n;
  }
  take(c);
}

static void welcome(void) {
  int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
  if (fd < 0) {
    // Without a free descriptor it would be asked again and again.
    if (errno == EMFILE || errno == ENFILE) listen_again(false);
    return;
  }
  if ((size_t)fd >= most_connections) { close(fd); return; }
  // A page goes into the socket at once.
  int on = 1, room = 256 * 1024;
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
  connected++;
  Connection *c = connections[fd] = calloc(1, sizeof(Connection));
  c->fd = fd;
  c->events = EPOLLIN;
  struct epoll_event e = {.events = EPOLLIN, .data.fd = fd};
  epoll_ctl(poller, EPOLL_CTL_ADD, fd, &e);
}

static volatile sig_atomic_t is_over;

static void end(int signal) {
  (void)signal;
  is_over = 1;
}

static void report(void) {
  printf("{\"connections\": %ld, \"requests\": %ld, \"answers\": {", connected, requests);
  const char *comma = "";
  for (int status = 0; status < 600; status++) {
    if (!answers[status]) continue;
    printf("%s\"%d\": %ld", comma, status, answers[status]);
    comma = ", ";
  }
  printf("}, \"dropped\": %ld, \"account_pages\": %ld, \"number_pages\": %ld, \"most_a_second\": %ld, "
         "\"most_in_flight\": %ld, \"waited_ms\": %.0f}\n",
         dropped, account_pages, number_pages, most_a_second, most_in_flight, waited / 1000);
}

static void make_room(void) {
  struct rlimit limit;
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max < 65536 ? limit.rlim_max : 65536;
  setrlimit(RLIMIT_NOFILE, &limit);
  most_connections = limit.rlim_cur;
  connections = calloc(most_connections, sizeof *connections);
  heap = calloc(most_connections + 1, sizeof *heap);
}

static void serve(void) {
  make_room();
  listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  if (bind(listener, (struct sockaddr *)&address, length) || listen(listener, 4096)) fail("listen");
  getsockname(listener, (struct sockaddr *)&address, &length);
  // SIGTERM comes while the server waits, and at no other time.
  sigset_t at_work, at_rest;
  sigemptyset(&at_work);
  sigaddset(&at_work, SIGTERM);
  sigprocmask(SIG_BLOCK, &at_work, &at_rest);
  sigdelset(&at_rest, SIGTERM);
  signal(SIGTERM, end);
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  poller = epoll_create1(0);
  struct epoll_event e = {.events = EPOLLIN, .data.fd = listener};
  epoll_ctl(poller, EPOLL_CTL_ADD, listener, &e);
  while (!is_over) {
    int64_t moment = now();
    while (waiting > 0 && heap[1]->due <= moment) {
      Connection *c = heap[1];
      stop_waiting(c);
      if (answer(c)) take(c);
    }
    int64_t wait = waiting > 0 ? heap[1]->due - now() : 0;
    if (wait < 0) wait = 0;
    struct timespec limit = {.tv_sec = wait / 1000000, .tv_nsec = wait % 1000000 * 1000};
    struct pollfd any = {.fd = poller, .events = POLLIN};
    if (ppoll(&any, 1, waiting > 0 ? &limit : NULL, &at_rest) <= 0) continue;
    struct epoll_event events[64];
    int count = epoll_wait(poller, events, 64, 0);
    for (int i = 0; i < count; i++) {
      int fd = events[i].data.fd;
      if (fd == listener) { welcome(); continue; }
      Connection *c = connections[fd];
      if (c && c->rest && events[i].events & EPOLLOUT) {
        if (!flush(c)) continue;
        if (!c->rest) take(c);
      }
      c = connections[fd];
      if (c && events[i].events & (EPOLLHUP | EPOLLERR)) drop(c);
      else if (c && events[i].events & EPOLLIN) receive(c);
    }
  }
  report();
}

// A number from `least` to `most`.
static bool read_number(const char *text, double least, double most, double *value) {
  char *end;
  *value = strtod(text, &end);
  return end != text && *end == 0 && *value >= least && *value <= most;
}

static bool read_option(const char *word) {
  double value;
  const char *text = strchr(word, '=');
  if (!text) return false;
  text++;
  if (!strcmp(word, "tail=yes")) return tail = true;
  if (!strncmp(word, "slow=", 5)) {
    int used = 0;
    return sscanf(text, "%ld:%lf%n", &slow_account, &slow_factor, &used) == 2 && !text[used]
      && slow_account >= 0 && slow_factor >= 0 && slow_factor <= 1e6;
  }
  if (!strncmp(word, "latency=", 8)) return read_number(text, 0, 1e6, &latency);
  if (!strncmp(word, "rate=", 5)) return read_number(text, 0.001, 1e9, &rate);
  if (!strncmp(word, "broken=", 7) && read_number(text, 0, 1000, &value)) {
    broken = (long)value;
    return true;
  }
  if (!strncmp(word, "drop=", 5) && read_number(text, 1, 1e9, &value)) {
    dropping = (long)value;
    return true;
  }
  return false;
}

int main(int count, char **words) {
  bool lists = count >= 2 && !strcmp(words[1], "list");
  double many = 0, each = 0;
  bool right = count >= 3 && read_number(words[lists ? 2 : 1], 1, MOST, &many)
    && (lists || read_number(words[2], 0, MOST, &each));
  for (int i = 3; right && i < count; i++) right = read_option(words[i]);
  if (!right) {
    fprintf(stderr, "fleet ACCOUNTS ROWS [latency=MS] [tail=yes] [slow=INDEX:FACTOR] [rate=R] "
                    "[broken=MANY] [drop=N] | fleet list ACCOUNTS [broken=MANY]\n");
    return 2;
  }
  accounts = (long)many;
  rows = (long)each;
  if (!lists) {
    prepare();
    serve();
  }
  for (long i = 0; lists && i < accounts; i++) {
    char id[ID + 1];
    write_id(id, i);
    printf("%s %d\n", id, health(i));
  }
}
