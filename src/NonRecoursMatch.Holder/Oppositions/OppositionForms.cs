using System.Buffers;
using System.Globalization;
using System.Text;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Reading;
using NonRecoursMatch.Holder.Registers;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Oppositions;

/// <summary>
/// Makes the entries of a register from a file of format <c>oppositions@1</c>, or from the body's own reference. A person named by reference is looked up
/// in the extract: an opposition by reference alone would count for nobody once the row has left.
/// </summary>
public sealed class OppositionForms(Agreement agreement, Source source, ConventionLibrary library, DateOnly today)
{
    /// <summary>Reads a file; every row must be understood, and name somebody.</summary>
    /// <exception cref="ExtractRefusedException">A row cannot be understood, or is of a day to come.</exception>
    public IReadOnlyList<RegisteredOpposition> Read(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException(path);
        var anomalies = new AnomalyCollector();
        var read = new List<RegisteredOpposition>();
        OppositionReader.Scan(path, source, library, anomalies, (scan, _, _, columns, _) =>
        {
            var entry = Entry(new Cells(scan), Encoding.UTF8.GetString(columns.Reference()));
            if (string.CompareOrdinal(entry.RecueLe, today.ToString(RegisteredOpposition.Day, CultureInfo.InvariantCulture)) > 0)
                anomalies.AddFile(AnomalyCodes.OppositionIllisible, OppositionTable.Name, "date", line: scan.Line);
            read.Add(entry);
        });
        if (anomalies.Blocked)
            throw new ExtractRefusedException(new ValidationReport(agreement.Id, agreement.Sha256, source.Id, library.Oppositions.Id, "", agreement.Perimeter.CogYear, [], anomalies.Groups));
        return read;
    }

    /// <summary>Gives those that only have a reference the identity that the extract holds under it.</summary>
    /// <exception cref="FileNotFoundException">There is no extract to look in.</exception>
    /// <exception cref="RegisterException">A reference is of nobody there.</exception>
    public IReadOnlyList<RegisteredOpposition> Name(IReadOnlyList<RegisteredOpposition> oppositions)
    {
        var wanted = oppositions.Where(one => !one.IsNamed).Select(one => one.Reference).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
            return oppositions;
        var found = Lookup(wanted);
        if (found.Count < wanted.Count)
            throw new RegisterException(RegisterRefusal.NamesNobody, FormattableString.Invariant($"{source.Id}, {wanted.Count - found.Count} / {wanted.Count}"));
        return [.. oppositions.Select(one => one.IsNamed ? one : found[one.Reference] with { Portee = one.Portee, RecueLe = one.RecueLe, Canal = one.Canal })];
    }

    /// <summary>The references under which the extract holds a person: that of the form, and those of the rows with the same NIR, or the same name and birth date.</summary>
    /// <exception cref="FileNotFoundException">There is no extract to look in.</exception>
    public IReadOnlySet<string> ReferencesOf(RegisteredOpposition person)
    {
        var references = new SortedSet<string>(StringComparer.Ordinal);
        if (person.Reference.Length > 0)
            references.Add(person.Reference);
        if (!person.IsNamed)
            return references;
        var (wanted, own) = (new CanonicalIdentity(), new CanonicalIdentity());
        person.Read(wanted);
        ReadExtract((columns, _) =>
        {
            columns.Read(own);
            if (SamePerson(wanted, own))
                references.Add(Encoding.UTF8.GetString(columns.Reference()));
        });
        return references;
    }

    /// <summary>Whether two forms name the same person, whatever the case and accents.</summary>
    public static bool AreSame(RegisteredOpposition one, RegisteredOpposition other)
    {
        if (one.IsOf(other))
            return true;
        var (left, right) = (new CanonicalIdentity(), new CanonicalIdentity());
        one.Read(left);
        other.Read(right);
        return SamePerson(left, right);
    }

    /// <summary>The identity of the rows with these references.</summary>
    Dictionary<string, RegisteredOpposition> Lookup(HashSet<string> references)
    {
        var found = new Dictionary<string, RegisteredOpposition>(StringComparer.Ordinal);
        ReadExtract((columns, cells) =>
        {
            if (Encoding.UTF8.GetString(columns.Reference()) is var reference && references.Contains(reference))
                found.TryAdd(reference, Entry(cells, reference));
        });
        return found;
    }

    void ReadExtract(Action<PersonColumns, Cells> each)
    {
        var plan = TablePlan.Of(agreement, source).First(candidate => candidate.Table.Role == TableRole.Personnes);
        var file = DeliveredTable.Of(source, plan.Table, TableFiles.Only(source.Folder, plan.Table, source.Mapping?.Of(plan.Table)));
        // What is wrong with the extract is for `validate` to say.
        using var scan = new TableScan(plan, file, library.Communes, new AnomalyCollector(keptPerCode: 0));
        var (columns, cells) = (new PersonColumns(scan, plan.Table), new Cells(scan));
        while (scan.Read())
        {
            if (scan.HasFields)
                each(columns, cells);
        }
    }

    /// <summary>Two numbers that are known decide; a name decides where one is missing.</summary>
    static bool SamePerson(CanonicalIdentity left, CanonicalIdentity right)
    {
        if (!left.Strong.IsEmpty && !right.Strong.IsEmpty)
            return left.Strong.SequenceEqual(right.Strong);
        for (var i = 0; i < left.WeakCount; i++)
        {
            for (var j = 0; j < right.WeakCount; j++)
            {
                if (left.Weak(i).SequenceEqual(right.Weak(j)))
                    return true;
            }
        }

        return false;
    }

    static RegisteredOpposition Entry(Cells cells, string reference) => new(
        reference, cells["nir"], cells["nom_naissance"], cells["nom_usage", "nom"], cells["prenom1", "prenom"], cells.Birth, cells[OppositionTable.Scope], cells.Received, cells["canal"]);

    /// <summary>Cells of the current row as texts; empty where the file has no such column.</summary>
    sealed class Cells(TableScan scan)
    {
        readonly ArrayBufferWriter<byte> _buffer = new(64);

        public string this[string column] => Text(scan.IndexOf(column));

        public string this[string column, string other] => Text(scan.IndexOf(column) is >= 0 and var index ? index : scan.IndexOf(other));

        /// <summary>A 1 January said to be a default is an unknown day.</summary>
        public string Birth => this["date_naissance"] is var date && this["type_date_naissance"] is "J" or "O" && date.StartsWith("01/01/", StringComparison.Ordinal) ? "00/00/" + date[6..] : date;

        public string Received => DateOnly.TryParseExact(this["date"], "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString(RegisteredOpposition.Day, CultureInfo.InvariantCulture) : "";

        string Text(int column)
        {
            _buffer.Clear();
            scan.AppendText(column, _buffer);
            return Encoding.UTF8.GetString(_buffer.WrittenSpan);
        }
    }
}
