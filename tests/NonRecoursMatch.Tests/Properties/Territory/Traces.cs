using System.IO.Compression;
using System.Text;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Tests.Formats.Probes;

namespace NonRecoursMatch.Tests.Properties.Territory;

/// <summary>Looks for values in the bytes of files, in every encoding and form in which a program could have left them, compressed ones included.</summary>
static class Traces
{
    /// <summary>The files under a folder that hold one of the texts, with the text.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> texts, string folder)
    {
        var wanted = texts.Distinct(StringComparer.Ordinal).SelectMany(text => new[] { Encoding.UTF8, Encoding.Latin1, Encoding.Unicode }.Select(encoding => (text, Bytes: encoding.GetBytes(text)))).ToList();
        return [.. Files(folder).SelectMany(file => wanted.Where(one => file.Bytes.AsSpan().IndexOf(one.Bytes) >= 0).Select(one => $"{one.text} in {file.Path}"))];
    }

    /// <summary>The files under a folder that hold one of the keys, as sixteen bytes or as digits.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Key128> keys, string folder)
    {
        var wanted = keys.Distinct().SelectMany(Forms).ToList();
        return [.. Files(folder).SelectMany(file => wanted.Where(one => file.Bytes.AsSpan().IndexOf(one.Bytes) >= 0).Select(one => $"{one.Key} in {file.Path}"))];
    }

    static IEnumerable<(Key128 Key, byte[] Bytes)> Forms(Key128 key)
    {
        var bytes = new byte[Key128.Size];
        key.Write(bytes);
        yield return (key, bytes);
        yield return (key, [.. BitConverter.GetBytes(key.High), .. BitConverter.GetBytes(key.Low)]);
        yield return (key, Encoding.ASCII.GetBytes(key.ToString()));
        yield return (key, Encoding.ASCII.GetBytes(key.ToString().ToUpperInvariant()));
    }

    static IEnumerable<(string Path, byte[] Bytes)> Files(string folder)
        => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).SelectMany(path => Contents(path).Select(bytes => (path, bytes))) : [];

    /// <summary>A file as it is, and what it holds compressed.</summary>
    static IEnumerable<byte[]> Contents(string path) => Path.GetExtension(path) switch
    {
        ".xlsx" => Unzip(path).Prepend(File.ReadAllBytes(path)),
        ".parquet" => new ParquetProbe(path).Pages.Prepend(File.ReadAllBytes(path)),
        _ => [File.ReadAllBytes(path)],
    };

    static IEnumerable<byte[]> Unzip(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            yield return content.ToArray();
        }
    }
}
