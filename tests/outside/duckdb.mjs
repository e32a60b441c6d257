// Runs the SQL statements of a JSON array on standard input, in an empty database, and prints the rows of the last one, a JSON array each.
import { text } from 'node:stream/consumers';
import { DuckDBInstance } from '@duckdb/node-api';

const statements = JSON.parse(await text(process.stdin));
const connection = await (await DuckDBInstance.create(':memory:')).connect();
for (const statement of statements.slice(0, -1)) await connection.run(statement);
const result = await connection.runAndReadAll(statements.at(-1));
for (const row of result.getRowsJson()) console.log(JSON.stringify(row));
