-- Two tables of tokens and handles joined on the token, the pairs of handles written. Variables: left, right (paths of Parquet files), out (path).
COPY (
    SELECT gauche.poignee AS gauche, droite.poignee AS droite
    FROM read_parquet(getvariable('left')) AS gauche JOIN read_parquet(getvariable('right')) AS droite USING (jeton)
) TO (getvariable('out')) (FORMAT parquet, COMPRESSION uncompressed);

SELECT count(*) FROM read_parquet(getvariable('out'));
