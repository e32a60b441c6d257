using System.Globalization;
using System.Text;
using NonRecoursMatch.Formats.Delimited;
using NonRecoursMatch.Formats.Files;
using NonRecoursMatch.Formats.Tables;
using NonRecoursMatch.Operator.Linkage;

namespace NonRecoursMatch.Cli.Comparing;

/// <summary>The file of pairs: <c>left_id;right_id;class;weight;pass</c>. Only <c>certain</c> and <c>probable</c> are links; <c>review</c> is the queue for a human.</summary>
static class PairFile
{
    const string Header = "left_id;right_id;class;weight;pass";

    public const string Review = "review";

    /// <summary>Writes the pairs of a comparison.</summary>
    public static void Write(string path, FileComparison comparison)
    {
        using var file = new AtomicFile(path);
        using (var writer = new StreamWriter(file.Stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" })
        {
            writer.WriteLine(Header);
            foreach (var pair in comparison.Pairs.Pairs)
            {
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Quoted(comparison.Left.Ids[pair.Left])};{Quoted(comparison.Right.Ids[pair.Right])};{ClassOf(pair.Kind)};{pair.Weight:0.##};{pair.Pass?.ToString().ToLowerInvariant()}"));
            }
        }

        file.Commit();
    }

    /// <summary>Reads a file of pairs; class and pass are empty for a file of true pairs.</summary>
    /// <exception cref="LinkageFileException">A column is missing, a row has more or fewer fields than the header, or a record is over 1 MiB.</exception>
    public static IEnumerable<(string Left, string Right, string Class, string Pass)> Read(string path)
    {
        using var reader = OrFault(path, () => new DelimitedReader(path, ';'));
        var header = reader.Header.ToList();
        var (left, right, kind, pass) = (header.IndexOf("left_id"), header.IndexOf("right_id"), header.IndexOf("class"), header.IndexOf("pass"));
        if (left < 0 || right < 0)
            throw new LinkageFileException($"{path}, line 1: columns left_id and right_id are expected");
        while (OrFault(path, reader.Read))
        {
            if (reader.IsEmptyLine)
                continue;
            if (reader.FieldCount != header.Count)
                throw new LinkageFileException($"{path}, line {reader.Line}: {reader.FieldCount} fields where the header has {header.Count}");
            yield return (Text(left), Text(right), kind < 0 ? "" : Text(kind), pass < 0 ? "" : Text(pass));
        }

        string Text(int column) => Encoding.UTF8.GetString(reader.Field(column));
    }

    static T OrFault<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (TableFaultException fault)
        {
            throw new LinkageFileException($"{path}, line {fault.Line}: {fault.Message}");
        }
    }

    static string ClassOf(LinkKind kind) => kind switch { LinkKind.Certain => "certain", LinkKind.Probable => "probable", _ => Review };

    static string Quoted(string id)
        => id.AsSpan().IndexOfAny(";\"\r\n") < 0 ? id : "\"" + id.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
