#ifndef CLIBEDIT_SHIM_H
#define CLIBEDIT_SHIM_H

// Swift cannot call variadic C: each use of el_set, el_get and history_w has a
// wrapper with fixed parameters here.

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

extern int wcwidth(wchar_t);

typedef wchar_t *(*cel_prompt_t)(EditLine *);
typedef unsigned char (*cel_function_t)(EditLine *, int);

static inline int cel_set_int(EditLine *el, int op, int value) { return el_set(el, op, value); }

static inline int cel_set_string(EditLine *el, int op, const char *value) {
  return el_set(el, op, value);
}

static inline const char *cel_get_string(EditLine *el, int op) {
  const char *value = NULL;
  return el_get(el, op, &value) == 0 ? value : NULL;
}

static inline int cel_set_client(EditLine *el, void *client) {
  return el_set(el, EL_CLIENTDATA, client);
}

static inline void *cel_get_client(EditLine *el) {
  void *client = NULL;
  return el_get(el, EL_CLIENTDATA, &client) == 0 ? client : NULL;
}

static inline int cel_set_prompt(EditLine *el, cel_prompt_t prompt, int marker) {
  return el_wset(el, EL_PROMPT_ESC, prompt, marker);
}

static inline int cel_set_reader(EditLine *el, el_rfunc_t reader) {
  return el_wset(el, EL_GETCFN, reader);
}

static inline int cel_set_history(EditLine *el, HistoryW *history) {
  return el_wset(el, EL_HIST, history_w, history);
}

static inline int cel_add_function(
    EditLine *el, const char *name, const char *help, cel_function_t function) {
  return el_set(el, EL_ADDFN, name, help, function);
}

static inline int cel_set_stream(EditLine *el, int number, FILE *stream) {
  return el_set(el, EL_SETFP, number, stream);
}

static inline int cel_refresh(EditLine *el) { return el_set(el, EL_REFRESH); }

static inline int cel_history_set_size(HistoryW *history, int size) {
  HistEventW event;
  return history_w(history, &event, H_SETSIZE, size);
}

static inline int cel_history_enter(HistoryW *history, const wchar_t *line) {
  HistEventW event;
  return history_w(history, &event, H_ENTER, line);
}

#endif
