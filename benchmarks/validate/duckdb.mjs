// Checks personnes.csv of caf/allocataires@1 in DuckDB as a Table Schema would: types, enumerations, patterns, ranges, required values, uniqueness.
// `typed` lets read_csv convert and reject rows; `counted` reads text and counts every check. Prints one JSON object.
import { createRequire } from 'node:module';
const { DuckDBInstance } = createRequire(new URL('../../tests/outside/package.json', import.meta.url))('@duckdb/node-api');

const [mode, path, spill] = process.argv.slice(2);
const columns = 'matricule rang role nir nom_naissance nom_usage prenom1 prenom2 prenom3 date_naissance type_date_naissance rang_naissance sexe commune_naissance commune_residence situation_familiale date_situation garde_alternee mutation_vers date_mutation groupe_nationalite date_titre_sejour etudiant apprenti type_occupation loyer date_deces sorti_le adresse_protegee contact_mandataire'.split(' ');
const typed = { rang_naissance: 'INTEGER', loyer: 'DECIMAL(10,2)' };
const dates = columns.filter((name) => /^(date_|sorti_le)/.test(name));
const enums = {
  role: ['DEM', 'CJT', 'ENF', 'AUT'], type_date_naissance: ['N', 'J', 'O'], sexe: ['M', 'F'], groupe_nationalite: ['F', 'E', 'A'],
  situation_familiale: 'CEL MAR PAC VIM ISO DIV SEF SEL VEU RVC RVM RPA ABA'.split(' '), type_occupation: 'LOC PRO ACC HGP HCG HCO HOP HOT SRG SRO BAL OLI'.split(' '),
  garde_alternee: ['O', 'N'], etudiant: ['O', 'N'], apprenti: ['O', 'N'], adresse_protegee: ['O', 'N'], contact_mandataire: ['O', 'N'],
};
const patterns = {
  matricule: '[0-9]{7,15}', rang: '[0-9]{1,2}', nir: '[1-478][0-9]{4}[0-9AB]{2}[0-9]{6}([0-9]{2})?', mutation_vers: '[0-9]{3}',
  commune_naissance: '([0-9]{5}|2[AB][0-9]{3})', commune_residence: '([0-9]{5}|2[AB][0-9]{3})',
};
const required = ['matricule', 'rang', 'nom_naissance', 'date_naissance'];

const type = (name) => mode !== 'typed' ? 'VARCHAR' : typed[name] ?? (dates.includes(name) ? 'DATE' : 'VARCHAR');
const value = (name) => mode === 'typed' ? name : typed[name] ? `TRY_CAST(replace(${name}, ',', '.') AS ${typed[name]})` : name;
const checks = [
  ...required.map((name) => [`required ${name}`, `${name} IS NULL`]),
  ...Object.entries(enums).map(([name, codes]) => [`enum ${name}`, `${name} NOT IN (${codes.map((code) => `'${code}'`)})`]),
  ...Object.entries(patterns).map(([name, pattern]) => [`pattern ${name}`, `NOT regexp_full_match(${name}, '${pattern}')`]),
  ['range loyer', `${value('loyer')} NOT BETWEEN 0 AND 20000`], ['range rang_naissance', `${value('rang_naissance')} NOT BETWEEN 1 AND 9`],
  ...(mode === 'typed' ? [] : [
    ...dates.map((name) => [`date ${name}`, `${name} IS NOT NULL AND try_strptime(${name}, '%d/%m/%Y') IS NULL`]),
    ...Object.keys(typed).map((name) => [`number ${name}`, `${name} IS NOT NULL AND ${value(name)} IS NULL`]),
  ]),
];
const schema = columns.map((name) => `'${name}': '${type(name)}'`).join(', ');
const source = `read_csv('${path}', columns = {${schema}}, delim = ';', header = true, quote = '"', dateformat = '%d/%m/%Y', decimal_separator = ',', auto_detect = false${mode === 'typed' ? ', store_rejects = true, rejects_limit = 1000' : ''})`;

const connection = await (await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '3GB', temp_directory: spill })).connect();
const counts = checks.map(([, test], i) => `count_if(${test}) AS c${i}`).join(', ');
const rows = await connection.runAndReadAll(`SELECT count(*) AS n, count(DISTINCT (matricule, rang)) AS keys, ${counts} FROM ${source}`);
const found = rows.getRowObjectsJson()[0];
const report = Object.fromEntries(checks.map(([name], i) => [name, Number(found[`c${i}`])]).filter(([, count]) => count > 0));
console.log(JSON.stringify({ rows: Number(found.n), repeated: Number(found.n) - Number(found.keys), ...report }));
