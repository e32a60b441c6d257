// What the schema of Kubernetes says of the Jobs of the samples: one JSON line per document.
import { Job } from 'kubernetes-models/batch/v1/Job';
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

// The schema takes unknown fields, which the server would drop: a field that its validator never reads is none of its fields.
function watched(value, path, unread) {
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value) ? [] : {};
  for (const [name, inner] of Object.entries(value)) copy[name] = watched(inner, `${path}/${name}`, unread);
  if (!Array.isArray(value)) for (const name of Object.keys(value)) unread.add(`${path}/${name}`);
  return new Proxy(copy, { get: (target, name) => (unread.delete(`${path}/${String(name)}`), target[name]) });
}

for (const path of process.argv.slice(2)) {
  for (const document of parseAllDocuments(readFileSync(path, 'utf8'))) {
    const [job, unread, faults] = [document.toJS(), new Set(), document.errors.map(String)];
    try {
      Job.prototype.validate.call(watched(job, '', unread));
    } catch (fault) {
      faults.push(String(fault.message));
    }
    console.log(JSON.stringify({ path, kind: `${job.apiVersion}/${job.kind}`, mode: job.spec?.completionMode, faults, unread: [...unread] }));
  }
}
