// Prints a Parquet file as DuckDB reads it: a line with the types of its columns, then one JSON array per row, every value as text.
import { DuckDBInstance } from '@duckdb/node-api';

const [path] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const file = path.replaceAll("'", "''");
const columns = (await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet('${file}')`)).getRowsJson();
console.log(JSON.stringify(columns.map(([name, type]) => `${name} ${type}`)));
const texts = columns.map(([name, type]) => (type === 'BLOB' ? `lower(hex("${name}"))` : `CAST("${name}" AS VARCHAR)`)).join(', ');
const result = await connection.runAndReadAll(`SELECT ${texts} FROM read_parquet('${file}', file_row_number = true) ORDER BY file_row_number`);
for (const row of result.getRowsJson()) console.log(JSON.stringify(row));
