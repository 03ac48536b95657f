# Sourced by the other scripts: finds Swift, and installs the C libraries that are missing, and the programs
# of `also`, which have the names of Debian's packages.

need() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

command -v swift >/dev/null 2>&1 ||
  need "Swift 6.2 or later is missing; see https://www.swift.org/install"

# Debian's names of what the build links: libedit for the prompt, PCRE2 for patterns, SQLite for
# the sandbox's file.
missing=()
if command -v dpkg-query >/dev/null 2>&1; then
  for package in libedit-dev libpcre2-dev libsqlite3-dev pkg-config ${also:-}; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
      command -v "$package" >/dev/null 2>&1 ||
      missing+=("$package")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    as_root=()
    [ "$(id -u)" = 0 ] || as_root=(sudo)
    [ "$(id -u)" = 0 ] || command -v sudo >/dev/null 2>&1 ||
      need "missing: ${missing[*]}; as root, run: apt-get install ${missing[*]}"
    printf 'installing %s\n' "${missing[*]}" >&2
    "${as_root[@]}" apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq "${missing[@]}" >&2
  fi
elif [ "$(uname)" = Darwin ]; then
  command -v pkg-config >/dev/null 2>&1 || need "pkg-config is missing; run: brew install pkgconf"
  PKG_CONFIG_PATH="$(brew --prefix libedit 2>/dev/null)/lib/pkgconfig:${PKG_CONFIG_PATH:-}"
  export PKG_CONFIG_PATH
  pkg-config --exists libedit || need "libedit is missing; run: brew install libedit"
  pkg-config --exists libpcre2-8 || need "PCRE2 is missing; run: brew install pcre2"
else
  pkg-config --exists libedit libpcre2-8 sqlite3 2>/dev/null ||
    need "libedit, PCRE2 and SQLite with their headers and pkg-config are missing; install them with your package manager"
fi

for program in ${also:-}; do
  command -v "$program" >/dev/null 2>&1 || need "$program is missing; install it with your package manager"
done

cd "$(dirname "${BASH_SOURCE[0]}")/.."

# What all build that need no release. DIALSH_BUILD has more options of `swift build`; with others than before
# everything is built anew.
build() {
  # shellcheck disable=SC2086
  swift build ${DIALSH_BUILD:-} "$@"
}
