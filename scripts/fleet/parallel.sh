#!/usr/bin/env bash
# Exports the numbers of all accounts that the key can read into a folder, by GNU parallel.
#
#   parallel.sh [OPTION …] FOLDER            a file an account: FOLDER/ACCOUNT.ndjson
#   parallel.sh [OPTION …] -s SHARDS FOLDER  a file a shard: FOLDER/numbers-I-of-SHARDS.ndjson, which needs
#                                            fewer starts and has the column `account`
#
#   -j JOBS     so many accounts at a time (4); shards run all at a time
#   -r RATE     the most requests a second of all jobs together, a whole number
#   -t SECONDS  ends a job that takes longer (an account: 600; a shard: never)
#
# Start the same line again and it goes on: what is done stays, what is missing or failed is run. That holds
# after Ctrl-C, kill -9 and a power failure. The accounts are listed once, into FOLDER/accounts.txt, since
# --resume goes by line number: take a new folder to see new accounts.
#
# Statuses: 0 all is there · 2 refused · 3 some jobs failed, each is named · 4 authentication · 1 anything
# else. The last line of a job in FOLDER/jobs.tsv (of shards: jobs-of-SHARDS.tsv) has its own status, in
# column 7: 0 done · 1 failed, for an account also that it can't be read · 2 refused · 3 a shard lacks
# accounts, FOLDER/errors-I-of-SHARDS.ndjson says which and why · 4 authentication · 143 took too long, or was
# ended from outside.
set -euo pipefail

usage() { sed -n '2,/^set/ { /^# \{0,1\}/!d; s///p }' "$0"; }
fail() { printf '%s: %s\n' "$(basename "$0")" "$1" >&2; exit "${2:-2}"; }

jobs=4 shards='' rate='' seconds='' pause=''
while getopts j:s:r:t:h option; do
  case $option in
    j) jobs=$OPTARG ;;
    s) shards=$OPTARG ;;
    r) rate=$OPTARG ;;
    t) seconds=$OPTARG ;;
    h) usage; exit ;;
    *) usage >&2; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# = 1 ] || { usage >&2; exit 2; }
for number in "$jobs" "${shards:-1}" "${rate:-1}" "${seconds:-1}"; do
  [[ $number =~ ^[1-9][0-9]*$ ]] || fail "\`$number\` is no number from 1"
done
# setpriv and flock are in util-linux.
for program in dialsh parallel setpriv flock; do
  command -v "$program" >/dev/null || fail "$program is missing" 1
done
mkdir -p "$1"
cd "$1"

# One run at a time; those that come later wait, also for jobs that a killed run left.
exec 9>.lock
flock -n 9 || { printf 'another run works on %s; waiting for its end\n' "$1" >&2; flock 9; }

# A wrong key ends here, and not in every job.
if [ -e accounts.txt ]; then
  dialsh -q -o csv -c 'accounts | limit 1 | count' >/dev/null
else
  dialsh -q -c 'accounts | select id | export tsv accounts.txt header=no'
fi

if [ -n "$shards" ]; then
  list=shards-$shards.txt log=jobs-of-$shards.tsv jobs=$shards
  seq "$shards" >"$list"
  # Each shard takes its part of the rate by itself.
  job="dialsh -q ${rate:+--rate $rate/s} --shard {}/$shards -c 'use all; numbers | export ndjson"
  job+=" numbers-{}-of-$shards.ndjson errors=errors-{}-of-$shards.ndjson resume=yes'"
else
  list=accounts.txt log=jobs.tsv seconds=${seconds:-600}
  [ "$jobs" -le $((${rate:-$jobs} * 60)) ] || fail "$jobs jobs at a time are too many for the rate"
  # A process sends its first request at once, so that many short ones would exceed the rate: each waits before
  # it as long as between two.
  [ -z "$rate" ] || pause="sleep $(awk "BEGIN {print $jobs / $rate}");"
  job="dialsh -q ${rate:+--rate $((rate * 60 / jobs))/m} --account {} -c 'numbers | export ndjson {}.ndjson'"
fi

[ -s "$list" ] || { printf '0 of 0 done\n' >&2; exit; }

# A line that a crash cut off would be refused.
if [ -e "$log" ]; then
  awk -F '\t' 'NF >= 9' "$log" >"$log.tmp"
  mv "$log.tmp" "$log"
fi

# A job ends with its parallel, also where that is killed.
parallel -j "$jobs" --joblog "$log" --resume-failed ${seconds:+--timeout "$seconds"} --tag \
  "$pause exec setpriv --pdeathsig TERM $job" :::: "$list" || true

# The last line of a job counts.
awk -F '\t' '
  NR == FNR {job[++count] = $1; next}
  FNR > 1 {status[$1] = $7}
  END {
    for (i = 1; i <= count; i++) {
      if (!(i in status)) print job[i] ": not run"
      else if (status[i] != 0) print job[i] ": status " status[i]
      else done++
    }
    printf "%d of %d done\n", done, count
    exit done < count ? 3 : 0
  }' "$list" "$log" >&2
