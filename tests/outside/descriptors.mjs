// What ajv and the Table Schema library of Frictionless say of the extract formats. One JSON line per descriptor, then one per table of every
// example that they are asked about: how many rows they read, or why they do not.
import Ajv from 'ajv';
import tableschema from 'tableschema';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const { Schema, Table } = tableschema;
const [root, ...examples] = process.argv.slice(2);
const json = path => JSON.parse(readFileSync(path, 'utf8'));
const conforms = new Ajv({ allErrors: true }).compile(json(join(root, 'format.schema.json')));
const say = line => console.log(JSON.stringify(line));

// A file has the columns that an agreement lists (fieldsMatch: superset), which this library, older than Data Package 2, does not know.
const reduced = (schema, header) => ({ ...schema, fields: header.map(name => schema.fields.find(field => field.name === name)) });

async function readExample(folder, resources) {
  const read = {};
  for (const { name, path, dialect, schema } of resources) {
    const file = join(folder, path);
    if (!existsSync(file)) continue;
    try {
      const header = readFileSync(file, 'utf8').split(/\r?\n/, 1)[0].split(dialect.delimiter);
      const table = await Table.load(file, { schema: reduced(schema, header), delimiter: dialect.delimiter });
      read[name] = await table.read({ keyed: true, relations: schema.foreignKeys ? read : false });
      say({ folder, table: name, rows: read[name].length });
    } catch (fault) {
      say({ folder, table: name, fault: fault.errors?.length ? fault.errors.map(String).join('; ') : String(fault) });
    }
  }
}

for (const found of readdirSync(root, { recursive: true }).filter(path => path.endsWith('datapackage.json')).sort()) {
  const folder = join(root, dirname(found));
  const descriptor = json(join(root, found));
  const ajv = conforms(descriptor) ? [] : conforms.errors.map(error => `${error.instancePath} ${error.message}`);
  const schemas = [];
  for (const { schema } of descriptor.resources) {
    const { errors } = await Schema.load(schema);
    schemas.push(...errors.map(String));
  }
  say({ folder, format: descriptor.nonrecours.format, ajv, schemas });
  for (const example of examples) await readExample(join(folder, 'exemples', example), descriptor.resources);
}
