// Prints, for each column of a Parquet file as hyparquet reads it, its name and the SHA-256 of its cells as text, a line each (\N for null).
// With --write CODEC [ROWS] the file is first written by hyparquet-writer, and what is printed is of the values that it was given.
import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { parquetWriteFile } from 'hyparquet-writer';

const [path, , codec, rows = 30_000] = process.argv.slice(2);
const hex = bytes => Buffer.from(bytes).toString('hex');
const instant = date => date.toISOString().replace(/\.?0*Z$/, '');

function textOf(value, element) {
  if (value === null || value === undefined) return '\\N';
  if (element.converted_type === 'DECIMAL') return value.toFixed(element.scale);
  if (element.converted_type === 'DATE') return value.toISOString().slice(0, 10);
  if (value instanceof Date) return instant(value) + 'Z';
  if (value instanceof Uint8Array) return hex(value);
  return String(value);
}

function print(columns) {
  for (const { element, values } of columns) {
    const hash = createHash('sha256');
    for (const value of values) hash.update(textOf(value, element) + '\n');
    console.log(JSON.stringify([element.name, hash.digest('hex')]));
  }
}

async function read() {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const compressors = { GZIP: input => gunzipSync(input), BROTLI: input => brotliDecompressSync(input) };
  const rows = await parquetReadObjects({ file, metadata, compressors });
  print(parquetSchema(metadata).children.map(({ element }) => ({ element, values: rows.map(row => row[element.name]) })));
}

function write() {
  const text = i => `texte « ${i} » ; é\n`.slice(i % 3 === 0 ? 4 : 0);
  const leaf = (name, type, more) => ({ name, type, repetition_type: 'OPTIONAL', ...more });
  const string = { converted_type: 'UTF8' };
  const columns = [
    [leaf('entier', 'INT32'), i => (i * 7919) % 100_003 - 50_000, 'PLAIN'],
    [leaf('entier_delta', 'INT32'), i => (i * 7919) % 100_003 - 50_000, 'DELTA_BINARY_PACKED'],
    [leaf('entier_decoupe', 'INT32'), i => i * 3, 'BYTE_STREAM_SPLIT'],
    [leaf('long', 'INT64'), i => BigInt(i) * 1_000_000_007n - 5n, 'PLAIN'],
    [leaf('long_delta', 'INT64'), i => (i % 2 ? 1n : -1n) * (BigInt(i) << 40n), 'DELTA_BINARY_PACKED'],
    [leaf('reel', 'DOUBLE'), i => i + 0.25, 'PLAIN'],
    [leaf('reel_decoupe', 'DOUBLE'), i => i + 0.125, 'BYTE_STREAM_SPLIT'],
    [leaf('vrai', 'BOOLEAN'), i => i % 5 < 2, 'PLAIN'],
    [leaf('vrai_suites', 'BOOLEAN'), i => i % 500 < 250, 'RLE'],
    [leaf('texte', 'BYTE_ARRAY', string), text, 'PLAIN'],
    [leaf('texte_longueurs', 'BYTE_ARRAY', string), text, 'DELTA_LENGTH_BYTE_ARRAY'],
    [leaf('texte_prefixes', 'BYTE_ARRAY', string), text, 'DELTA_BYTE_ARRAY'],
    [leaf('choix', 'BYTE_ARRAY', string), i => ['', 'A', 'É', 'zone longue'][i % 4], undefined],
    [leaf('constante', 'BYTE_ARRAY', string), () => 'x', undefined],
    [leaf('jour', 'INT32', { converted_type: 'DATE' }), i => new Date((i - 20_000) * 86_400_000), undefined],
    [leaf('moment', 'INT64', { converted_type: 'TIMESTAMP_MILLIS' }), i => new Date(1_700_000_000_000 + i * 1_234_567), undefined],
    [leaf('euros', 'INT32', { converted_type: 'DECIMAL', precision: 9, scale: 2 }), i => (i - 15_000) / 4, undefined],
    [leaf('euros_octets', 'FIXED_LEN_BYTE_ARRAY', { type_length: 7, converted_type: 'DECIMAL', precision: 15, scale: 2 }), i => (i - 15_000) / 4, undefined],
    [leaf('empreinte', 'FIXED_LEN_BYTE_ARRAY', { type_length: 3 }), i => Uint8Array.of(i >> 16, i >> 8, i), 'PLAIN'],
    [{ ...leaf('numero', 'INT32'), repetition_type: 'REQUIRED' }, i => i, 'PLAIN'],
  ].map(([element, value, encoding], i) => {
    const every = element.repetition_type === 'REQUIRED' ? Infinity : i + 2;
    return { element, encoding, values: Array.from({ length: Number(rows) }, (_, row) => (row % every === every - 1 ? null : value(row))) };
  });
  parquetWriteFile({
    filename: path,
    columnData: columns.map(({ element, encoding, values }) => ({ name: element.name, data: values, encoding })),
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(({ element }) => element)],
    codec,
    compressors: { GZIP: input => gzipSync(input), BROTLI: input => brotliCompressSync(input) },
    rowGroupSize: [1_000, 20_000],
    pageSize: 10_000,
  });
  print(columns);
}

if (codec) write();
else await read();
