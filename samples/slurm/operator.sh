#!/usr/bin/env bash
#SBATCH --ntasks=1
# One step of the operator, or the partition of it that the array index says. The number of partitions is an argument and not the size of the array,
# so that one lost task can be run again alone: sbatch --array=3 operator.sh candidates 8 MONTH SHARED
#   operator.sh STEP PARTITIONS MONTH SHARED
set -euo pipefail
partition=()
if [ -n "${SLURM_ARRAY_TASK_ID:-}" ]; then partition=(--partition "$SLURM_ARRAY_TASK_ID/$2"); fi
exec nonrecours match --convention "$4/operateur" --month "$3" --in "$4"/envois/*/packages --out "$4/resultat" --stage "$1" "${partition[@]}"
