// Runs the statements of a SQL file in an empty database on two threads and prints the first row of the last one as a JSON array.
// Arguments: the file; its variables as a JSON object of texts and lists of texts. DuckDB is the one that the tests pin.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const { DuckDBInstance } = createRequire(new URL('../../tests/outside/package.json', import.meta.url))('@duckdb/node-api');
const quoted = (value) => (Array.isArray(value) ? `[${value.map(quoted).join(', ')}]::VARCHAR[]` : `'${value.replaceAll("'", "''")}'`);

const [file, variables] = [process.argv[2], JSON.parse(process.argv[3])];
const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
for (const [name, value] of Object.entries(variables)) await connection.run(`SET VARIABLE "${name}" = ${quoted(value)}`);
const statements = (await readFile(file, 'utf8')).replace(/^--.*$/gm, '').split(/;\s*$/m).filter((statement) => statement.trim());
for (const statement of statements.slice(0, -1)) await connection.run(statement);
const result = await connection.runAndReadAll(statements.at(-1));
console.log(JSON.stringify(result.getRowsJson()[0]));
