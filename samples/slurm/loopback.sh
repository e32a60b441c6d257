#!/usr/bin/env bash
# Proof: a real Slurm, one node on loopback, runs the sample, and its lists are those of a single run byte for byte. As root, on Debian:
#   apt-get install slurm-wlm munge
#   loopback.sh TERRITORY MONTH [PARTITIONS]
# The cluster lives in a temporary folder with a configuration, a key and sockets of its own, and ends with the script; nothing in /etc is touched.
set -euo pipefail
territory=$(realpath "$1")
month=$2
partitions=${3:-3}
here=$(dirname "$(realpath "$0")")
for program in munged slurmctld slurmd sbatch nonrecours; do
  command -v "$program" >/dev/null || { echo "$program is not on the PATH: apt-get install slurm-wlm munge, and add the folder of nonrecours to PATH" >&2; exit 66; }
done

cluster=$(mktemp -d)
daemons=()
finish() {
  for daemon in "${daemons[@]}"; do kill "$daemon" 2>/dev/null || true; done
  for daemon in "${daemons[@]}"; do wait "$daemon" 2>/dev/null || true; done
  rm -rf "$cluster"
}
trap finish EXIT
chmod 711 "$cluster"
mkdir -p "$cluster/state" "$cluster/spool"
node=$(hostname -s)

# Ports of its own: another cluster on this machine is left in peace.
controller=$(( 20000 + $$ % 10000 ))
(umask 077; head -c 128 /dev/urandom > "$cluster/munge.key")
munged --foreground --force --key-file="$cluster/munge.key" --socket="$cluster/munge.sock" --pid-file="$cluster/munge.pid" --log-file="$cluster/munge.log" --seed-file="$cluster/munge.seed" 2> "$cluster/munge.txt" &
daemons+=($!)

export SLURM_CONF=$cluster/slurm.conf
cat > "$SLURM_CONF" <<CONF
ClusterName=loopback
SlurmctldHost=$node(127.0.0.1)
SlurmctldPort=$controller
SlurmdPort=$(( controller + 1 ))
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$cluster/munge.sock
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=batch_sched_delay=0,sched_min_interval=0,bf_interval=1
StateSaveLocation=$cluster/state
SlurmdSpoolDir=$cluster/spool
SlurmctldPidFile=$cluster/slurmctld.pid
SlurmdPidFile=$cluster/slurmd.pid
ReturnToService=2
MailProg=/bin/true
NodeName=$node NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$node Default=YES MaxTime=INFINITE State=UP
CONF
slurmctld -D -i > "$cluster/slurmctld.log" 2>&1 &
daemons+=($!)
slurmd -D > "$cluster/slurmd.log" 2>&1 &
daemons+=($!)
for _ in $(seq 60); do
  if [ "$(sinfo -h -o %T 2>/dev/null)" = idle ]; then ready=yes; break; fi
  sleep 0.5
done
if [ -z "${ready:-}" ]; then
  echo "the cluster does not answer" >&2
  tail -n 20 "$cluster"/*.log "$cluster/munge.txt" >&2
  exit 1
fi

sinfo
last=$("$here/submit.sh" "$territory" "$month" "$cluster/partage" "$partitions")
while squeue -h -j "$last" 2>/dev/null | grep -q .; do sleep 0.5; done
if [ ! -f "$cluster/partage/resultat/rapport.json" ]; then
  tail -n 5 "$cluster"/partage/traces/* >&2
  echo "the month did not end: the traces above say where" >&2
  exit 1
fi

nonrecours match --convention "$cluster/partage/operateur" --month "$month" --in "$cluster"/partage/envois/*/packages --out "$cluster/seul"
for result in lists rapport.json rapport.html synthese.html; do
  diff -r "$cluster/seul/$result" "$cluster/partage/resultat/$result"
done
echo "$(find "$cluster/seul/lists" -type f | wc -l) files of lists and the reports are the same, byte for byte, in $partitions partitions and in a single run"
