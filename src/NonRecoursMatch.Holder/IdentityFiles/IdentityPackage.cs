using System.Globalization;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Holder.Anchors;
using NonRecoursMatch.Holder.Tokens;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Holder.IdentityFiles;

/// <summary>
/// Makes of a file of identities the tokens that a holder would ship: same normalisation, same tokens, same caps, so that a comparison of two files
/// shows what the monthly job does. Row numbers of the package are those of the file.
/// </summary>
public sealed class IdentityPackage
{
    IdentityPackage(IReadOnlyList<string> ids, IdentityCounts counts, Concentration concentration) => (Ids, Counts, Concentration) = (ids, counts, concentration);

    /// <summary>Ids of the rows.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>What was found.</summary>
    public IdentityCounts Counts { get; }

    /// <summary>Of places.</summary>
    public Concentration Concentration { get; }

    /// <summary>Writes the package.</summary>
    /// <param name="path">The file.</param>
    /// <param name="digest">Digest of its rows: two files that hold the same ids get other handles.</param>
    /// <param name="campaign">The throw-away key.</param>
    /// <param name="library">Communes and public tables of names.</param>
    /// <param name="folder">Where the tokens go.</param>
    /// <param name="stop">Interrupts.</param>
    /// <exception cref="IdentityFileException">The file cannot be read, or an id comes twice.</exception>
    public static IdentityPackage Write(string path, byte[] digest, CampaignKey campaign, ConventionLibrary library, string folder, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var bytes = new FileInfo(path).Length;
        // A row has some 90 bytes; the estimate only sets the number of partitions.
        using var anchorSpool = new SortSpool(Path.Combine(folder, "ancres"), AnchorSheet.SpilledBytes(bytes / 90));
        using var tokenSpool = new SortSpool(Path.Combine(folder, "jetons"), bytes);
        var sheets = new IdentitySheets(new AnchorSheet(anchorSpool), new TokenSheet(tokenSpool), new PlaceCounts(), new IdentityCounts());
        var frequencies = NameFrequencies.Read(library);
        var ids = ReadRows(path, folder, sheets, () => new IdentityWorker(campaign, frequencies, library.Communes, digest), stop);
        RequireUnique(path, ids);
        Write(folder, PackageTables.JetonsFile, PackageTables.Jetons, file => sheets.Tokens.Write(file, stop));
        using (var maker = new AnchorMaker(campaign, frequencies))
            Write(folder, PackageTables.AncresFile, PackageTables.Ancres, file => sheets.Anchors.Write(file, maker, new HashSet<long>(), new HashSet<long>(), stop));
        Write(folder, PackageTables.OppositionsFile, PackageTables.Oppositions, _ => { });
        sheets.Counts.Anchors = sheets.Anchors.Counts;
        return new IdentityPackage(ids, sheets.Counts, sheets.Places.Concentration());
    }

    static List<string> ReadRows(string path, string folder, IdentitySheets sheets, Func<IdentityWorker> create, CancellationToken stop)
    {
        var ids = new List<string>();
        var (chunk, made) = (new IdentityChunk(), new (Key128 Handle, Key128? Nir)[IdentityChunk.Rows]);
        IdentityWorker[] workers = [.. Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount)).Select(_ => create())];
        try
        {
            using var reader = new IdentityFileReader(path);
            Write(folder, PackageTables.PersonnesFile, new TableSchema(PackageTables.PersonnesFields), persons =>
            {
                while (chunk.Read(reader))
                {
                    stop.ThrowIfCancellationRequested();
                    Parallel.For(0, workers.Length, worker =>
                    {
                        for (var row = worker; row < chunk.Count; row += workers.Length)
                            made[row] = workers[worker].Make(chunk, row, sheets);
                    });
                    for (var row = 0; row < chunk.Count; row++)
                    {
                        ids.Add(Encoding.UTF8.GetString(chunk.Id(row)));
                        Append(persons, made[row].Handle, made[row].Nir);
                    }
                }
            });
            return ids;
        }
        finally
        {
            foreach (var worker in workers)
                worker.Dispose();
        }
    }

    static void Write(string folder, string name, TableSchema schema, Action<ColumnFileWriter> fill)
    {
        using var file = new ColumnFileWriter(Path.Combine(folder, name), schema);
        fill(file);
        file.Complete();
    }

    static void Append(ColumnFileWriter persons, Key128 handle, Key128? nir)
    {
        var columns = persons.Batch.Columns;
        columns[0].Append(handle);
        columns[1].Append(handle);
        if (nir is { } token)
            columns[2].Append(token);
        else
            columns[2].AppendNull();
        columns[3].AppendNull();
        persons.RowDone();
    }

    static void RequireUnique(string path, List<string> ids)
    {
        var seen = new HashSet<string>(ids.Count, StringComparer.Ordinal);
        for (var row = 0; row < ids.Count; row++)
        {
            if (!seen.Add(ids[row]))
                throw new IdentityFileException(string.Create(CultureInfo.InvariantCulture, $"{path}, row {row + 1}: its id is already that of another row"));
        }
    }
}
