using System.Buffers.Binary;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.ColumnFiles;
using NonRecoursMatch.Formats.Spools;
using NonRecoursMatch.Operator.Linkage.Resolution;
using NonRecoursMatch.Operator.Linkage.Tokens;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Linkage;

/// <summary>Brings the outcomes of one source, known by handle, to the order of its rows, and writes its link file.</summary>
sealed class LinkWriter(LinkSource source, string workFolder, OpposedTokens opposed)
{
    /// <summary>Fills the file.</summary>
    /// <param name="links">Its columns are those of <see cref="LinkFile"/>.</param>
    /// <param name="outcomes">Of the records without NIR, by handle.</param>
    /// <param name="stop">Interrupts.</param>
    public Balance Write(ColumnFileWriter links, SortSpool outcomes, CancellationToken stop)
    {
        using var byRow = new SortSpool(Path.Combine(workFolder, "rangs-" + source.Name), source.Persons * (Outcome.Size + 40));
        OrderByRow(outcomes, byRow, stop);
        using var pending = Rows(byRow).GetEnumerator();
        var more = pending.MoveNext();
        using var persons = source.Open(PackageTables.PersonnesFile);
        var scopes = links.Batch[LinkFile.Oppose];
        var row = 0;
        long removed = 0;
        while (persons.Read())
        {
            stop.ThrowIfCancellationRequested();
            var (handles, nirs) = (persons.Batch[PackageTables.Poignee], persons.Batch[PackageTables.JetonNir]);
            for (var i = 0; i < persons.Batch.Length; i++, row++)
            {
                var record = new Bearer(source.Index, handles.Keys[i], nirs.KeyOrNull(i));
                Outcome? outcome = null;
                if (more && pending.Current.Row == row)
                {
                    outcome = pending.Current.Outcome;
                    more = pending.MoveNext();
                }

                var scope = opposed.ScopeOf(record);
                scopes.Append(scope);
                if (scope == PackageTables.PorteeTotale)
                {
                    removed++;
                    Append(links.Batch, null, LinkKind.Alone, null);
                }
                else
                {
                    Append(links.Batch, record, outcome);
                }

                links.RowDone();
            }
        }

        return new Balance(row, row - removed, new SortedDictionary<string, long>(StringComparer.Ordinal) { ["oppose"] = removed });
    }

    static void Append(Batch links, Bearer record, Outcome? outcome)
    {
        if (record.Nir is { } nir)
            Append(links, nir, LinkKind.Strong, null);
        else if (outcome is { Kind: LinkKind.Certain or LinkKind.Probable } joined)
            Append(links, joined.Person, joined.Kind, joined);
        else
            Append(links, ExactRule.Alone(record.Source, record.Handle), outcome?.Kind ?? LinkKind.Alone, null);
    }

    static void Append(Batch links, Key128? person, LinkKind kind, Outcome? joined)
    {
        if (person is { } key)
            links[LinkFile.Personne].Append(key);
        else
            links[LinkFile.Personne].AppendNull();
        links[LinkFile.Lien].Append((int)kind);
        if (joined is { } link)
        {
            links[LinkFile.Poids].Append(link.Weight);
            links[LinkFile.Passe].Append((int)link.Pass);
        }
        else
        {
            links[LinkFile.Poids].AppendNull();
            links[LinkFile.Passe].AppendNull();
        }
    }

    void OrderByRow(SortSpool outcomes, SortSpool byRow, CancellationToken stop)
    {
        using var byHandle = new SortSpool(Path.Combine(workFolder, "poignees-" + source.Name), source.Persons * 40);
        Span<byte> number = stackalloc byte[sizeof(int)];
        var row = 0;
        using (var persons = source.Open(PackageTables.PersonnesFile))
        {
            while (persons.Read())
            {
                var (handles, nirs) = (persons.Batch[PackageTables.Poignee], persons.Batch[PackageTables.JetonNir]);
                for (var i = 0; i < persons.Batch.Length; i++, row++)
                {
                    if (!nirs.IsNull(i))
                        continue;
                    BinaryPrimitives.WriteInt32LittleEndian(number, row);
                    byHandle.Add(handles.Keys[i], default, number);
                }
            }
        }

        Join(outcomes, byHandle, byRow, stop);
    }

    /// <summary>Both spools are read in ascending order of handle; they need not have the same partitions.</summary>
    void Join(SortSpool outcomes, SortSpool byHandle, SortSpool byRow, CancellationToken stop)
    {
        // Row numbers are stretched over the whole key range, so that partitions stay equal and in row order.
        var scale = ulong.MaxValue / (ulong)Math.Max(1, source.Persons);
        var payload = new byte[sizeof(int) + Outcome.Size];
        using var handles = Handles(byHandle).GetEnumerator();
        var more = handles.MoveNext();
        foreach (var rows in outcomes.LoadAll())
        {
            stop.ThrowIfCancellationRequested();
            for (var i = 0; i < rows.Count; i++)
            {
                while (more && handles.Current.Handle < rows.Major(i))
                    more = handles.MoveNext();
                if (!more || handles.Current.Handle != rows.Major(i))
                    throw new OperatorException(Refusal.Altered, $"{source.Name}: its tokens name a person that {PackageTables.PersonnesFile} does not hold");
                BinaryPrimitives.WriteInt32LittleEndian(payload, handles.Current.Row);
                rows.Payload(i).CopyTo(payload.AsSpan(sizeof(int)));
                byRow.Add(new Key128((ulong)handles.Current.Row * scale, 0), default, payload);
            }
        }
    }

    static IEnumerable<(Key128 Handle, int Row)> Handles(SortSpool byHandle)
    {
        foreach (var rows in byHandle.LoadAll())
        {
            for (var i = 0; i < rows.Count; i++)
                yield return (rows.Major(i), BinaryPrimitives.ReadInt32LittleEndian(rows.Payload(i)));
        }
    }

    static IEnumerable<(int Row, Outcome Outcome)> Rows(SortSpool byRow)
    {
        foreach (var rows in byRow.LoadAll())
        {
            for (var i = 0; i < rows.Count; i++)
                yield return (BinaryPrimitives.ReadInt32LittleEndian(rows.Payload(i)), Outcome.Read(rows.Payload(i)[sizeof(int)..]));
        }
    }
}
