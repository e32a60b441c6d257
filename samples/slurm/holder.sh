#!/usr/bin/env bash
#SBATCH --ntasks=1
# One body: its extract becomes the package that it sends. The array index is the line of the body in sources.txt.
#   holder.sh TERRITORY MONTH SHARED
set -euo pipefail
source=$(sed -n "${SLURM_ARRAY_TASK_ID}p" "$3/sources.txt")
exec nonrecours pseudonymize --convention "$1" --source "$source" --month "$2" --key "$NONRECOURS_KEY" --secret "file:$1/cles/secret-$source.json" --out "$3/envois/$source"
