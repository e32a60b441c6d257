#!/usr/bin/env bash
# The operator's steps one after the other, each an Indexed Job made of step.yaml. A job that failed half-way is deleted and applied again: partitions
# that are there and complete are not computed again.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
for step in oppositions candidates resolution records persons rights lists; do
  # A step of one task is a job of one pod.
  completions='completions: 8'
  case $step in oppositions | resolution | lists) completions='completions: 1' ;; esac
  sed -e "s/^  name: nonrecours-candidates/  name: nonrecours-$step/" -e "s/value: candidates/value: $step/" -e "s/completions: 8/$completions/" "$here/step.yaml" | kubectl apply -f -
  kubectl wait --for=condition=complete --timeout=24h "job/nonrecours-$step"
done
