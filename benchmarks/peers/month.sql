-- The joins of a month as plain SQL: the persons of every extract under keyed tokens, those of one person brought together by exact equality, one row each.
-- No check of a cell, no opposition, no perimeter, no rule, no tolerance for a misspelt name, no list: less work than `nonrecours run` does.
-- Variables, set by the caller: key (text), out (path), and a list of files for each table of each kind of body.

CREATE MACRO token(kind, value) AS left(sha256(getvariable('key') || kind || '|' || value), 32);
CREATE MACRO folded(name) AS regexp_replace(upper(strip_accents(name)), '[^A-Z]', '', 'g');
CREATE MACRO identity(surname, given_name, birth) AS token('identite', folded(surname) || '|' || folded(given_name) || '|' || birth);
CREATE MACRO rows_of(files) AS TABLE SELECT * FROM read_csv(files, delim = ';', header = true, all_varchar = true, filename = 'file');

-- 1. Persons: tokens in place of identities, and the facts that the rights need.
CREATE TABLE caf AS
SELECT token('poignee', file || matricule || '|' || rang) AS handle, token('groupe', file || matricule) AS dossier, token('nir', left(nir, 13)) AS nir,
       identity(nom_naissance, prenom1, date_naissance) AS identity, identity(nom_usage, prenom1, date_naissance) AS usage_identity,
       right(date_naissance, 7) AS birth, role, sexe, situation_familiale, commune_residence, type_occupation, loyer
FROM rows_of(getvariable('caf_personnes'));

CREATE TABLE cpam AS
SELECT token('poignee', file || nir || '|' || rang_gemellaire) AS handle, token('nir', left(nir, 13)) AS nir,
       identity(nom_naissance, prenom1, date_naissance) AS identity, identity(nom_usage, prenom1, date_naissance) AS usage_identity,
       right(date_naissance, 7) AS birth, sexe, commune_residence, c2s, c2s_fin, foyer_c2s
FROM rows_of(getvariable('cpam_personnes'));

CREATE TABLE carsat AS
SELECT token('poignee', file || nir) AS handle, token('nir', left(nir, 13)) AS nir,
       identity(nom_naissance, prenom1, date_naissance) AS identity, identity(nom_usage, prenom1, date_naissance) AS usage_identity,
       right(date_naissance, 7) AS birth, sexe, situation_familiale, pension_brute_totale, pension_nette_totale, inter_regimes, aspa
FROM rows_of(getvariable('carsat_personnes'));

CREATE TABLE msa AS
SELECT token('poignee', file || nir || '|' || rang_gemellaire) AS handle, token('nir', left(nir, 13)) AS nir,
       identity(nom_naissance, prenom1, date_naissance) AS identity, identity(nom_usage, prenom1, date_naissance) AS usage_identity,
       right(date_naissance, 7) AS birth, sexe, situation_familiale, c2s, pension_brute_totale, aspa, exploitant
FROM rows_of(getvariable('msa_personnes'));

CREATE TABLE bailleur AS
SELECT token('poignee', file || bail || '|' || rang) AS handle, token('groupe', file || bail) AS bail,
       identity(nom_naissance, prenom, date_naissance) AS identity, identity(nom, prenom, date_naissance) AS usage_identity,
       right(date_naissance, 7) AS birth, role, sexe, commune, loyer, aide_logement
FROM rows_of(getvariable('bailleur_occupants'));

CREATE TABLE ccas AS
SELECT token('poignee', file || dossier) AS handle,
       identity(nom_naissance, prenom, date_naissance) AS identity, identity(nom, prenom, date_naissance) AS usage_identity,
       right(date_naissance, 7) AS birth, commune, domicilie
FROM rows_of(getvariable('ccas_personnes'));

-- 2. Tables attached to persons, under the handle of the person.
CREATE TABLE ressources AS
SELECT token('poignee', file || matricule || '|' || rang) AS handle, sum(replace(montant, ',', '.')::DECIMAL(12, 2)) AS total, max(mois) AS last_month
FROM (SELECT matricule, rang, mois, montant, replace(file, 'ressources.csv', 'personnes.csv') AS file FROM rows_of(getvariable('caf_ressources')))
GROUP BY file, matricule, rang;

CREATE TABLE prestations AS
SELECT token('groupe', file || matricule) AS dossier, list(prestation || ' ' || etat ORDER BY prestation, date_debut) AS paid
FROM (SELECT matricule, prestation, etat, date_debut, replace(file, 'prestations.csv', 'personnes.csv') AS file FROM rows_of(getvariable('caf_prestations')))
GROUP BY file, matricule;

-- 3. Who is who. A NIR token is a person; a record without one is the person whose identity token it has, when there is only one.
CREATE TABLE records AS
SELECT handle, nir, identity, usage_identity, 'caf' AS source FROM caf
UNION ALL SELECT handle, nir, identity, usage_identity, 'cpam' FROM cpam
UNION ALL SELECT handle, nir, identity, usage_identity, 'carsat' FROM carsat
UNION ALL SELECT handle, nir, identity, usage_identity, 'msa' FROM msa
UNION ALL SELECT handle, NULL, identity, usage_identity, 'bailleur' FROM bailleur
UNION ALL SELECT handle, NULL, identity, usage_identity, 'ccas' FROM ccas;

CREATE TABLE named AS
SELECT identity, min(nir) AS person
FROM (SELECT identity, nir FROM records WHERE nir IS NOT NULL UNION ALL SELECT usage_identity, nir FROM records WHERE nir IS NOT NULL)
WHERE identity IS NOT NULL GROUP BY identity HAVING count(DISTINCT nir) = 1;

CREATE TABLE linked AS
SELECT handle, source, nir AS person FROM records WHERE nir IS NOT NULL
UNION ALL
SELECT handle, source, coalesce(birth_name.person, usage_name.person, records.identity, records.usage_identity, handle)
FROM (FROM records WHERE nir IS NULL) AS records
LEFT JOIN named AS birth_name ON birth_name.identity = records.identity
LEFT JOIN named AS usage_name ON usage_name.identity = records.usage_identity;

-- 4. One row per person, with what every body knows.
COPY (
    WITH of_caf AS (SELECT DISTINCT ON (person) person, caf.*, total, last_month, paid
                    FROM linked JOIN caf USING (handle) LEFT JOIN ressources USING (handle) LEFT JOIN prestations USING (dossier)),
         of_cpam AS (SELECT DISTINCT ON (person) person, cpam.* FROM linked JOIN cpam USING (handle)),
         of_carsat AS (SELECT DISTINCT ON (person) person, carsat.* FROM linked JOIN carsat USING (handle)),
         of_msa AS (SELECT DISTINCT ON (person) person, msa.* FROM linked JOIN msa USING (handle)),
         of_bailleur AS (SELECT DISTINCT ON (person) person, bailleur.* FROM linked JOIN bailleur USING (handle)),
         of_ccas AS (SELECT DISTINCT ON (person) person, ccas.* FROM linked JOIN ccas USING (handle))
    SELECT persons.person,
           of_caf.* EXCLUDE (person, nir, identity, usage_identity), of_cpam.* EXCLUDE (person, nir, identity, usage_identity),
           of_carsat.* EXCLUDE (person, nir, identity, usage_identity), of_msa.* EXCLUDE (person, nir, identity, usage_identity),
           of_bailleur.* EXCLUDE (person, identity, usage_identity), of_ccas.* EXCLUDE (person, identity, usage_identity)
    FROM (SELECT DISTINCT person FROM linked) AS persons
    LEFT JOIN of_caf USING (person) LEFT JOIN of_cpam USING (person) LEFT JOIN of_carsat USING (person)
    LEFT JOIN of_msa USING (person) LEFT JOIN of_bailleur USING (person) LEFT JOIN of_ccas USING (person)
) TO (getvariable('out')) (FORMAT parquet);

SELECT (SELECT count(*) FROM records), (SELECT count(DISTINCT person) FROM linked);
