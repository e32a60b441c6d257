#!/usr/bin/env bash
# Submits a whole month: one task per holder, then the operator's steps, each an array over partitions that waits for the one before.
# Prints the id of the last job. See README.md.
#   submit.sh TERRITORY MONTH SHARED PARTITIONS
# TERRITORY holds convention.yaml, extraits/ and cles/; SHARED is a folder that every node sees; `nonrecours` is on the PATH of every node.
set -euo pipefail
territory=$(realpath "$1")
month=$2
mkdir -p "$3/operateur" "$3/traces"
shared=$(realpath "$3")
partitions=$4
here=$(dirname "$(realpath "$0")")

# The operator is given the agreement alone: keys and extracts lie elsewhere.
cp "$territory/convention.yaml" "$shared/operateur/"
sed -n 's/^  - id: //p' "$territory/convention.yaml" | tr -d '\r' > "$shared/sources.txt"
sources=$(wc -l < "$shared/sources.txt")

submit() { sbatch --parsable --output="$shared/traces/%x-%A-%a.txt" "$@"; }

# Only holders' tasks are told where the key is. Without --export, a task inherits everything that its submitter has in its environment.
holders=$(submit --job-name=organismes --array="1-$sources" --export=PATH,HOME,DOTNET_ROOT,NONRECOURS_KEY="${NONRECOURS_KEY:-file:$territory/cles/racine.json}" \
  "$here/holder.sh" "$territory" "$month" "$shared")

operator() {
  local after=$1 step=$2
  shift 2
  submit --job-name="$step" --dependency="afterok:$after" --kill-on-invalid-dep=yes --export=PATH,HOME,DOTNET_ROOT "$@" "$here/operator.sh" "$step" "$partitions" "$month" "$shared"
}

last=$(operator "$holders" oppositions)
last=$(operator "$last" candidates --array="1-$partitions")
last=$(operator "$last" resolution)
for step in records persons rights; do
  last=$(operator "$last" "$step" --array="1-$partitions")
done
operator "$last" lists
