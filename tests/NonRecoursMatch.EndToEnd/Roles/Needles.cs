using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace NonRecoursMatch.EndToEnd.Roles;

/// <summary>Values that must be nowhere, in every form in which a program could leave them, looked for in bytes and in what is compressed in them.</summary>
sealed class Needles
{
    // A shorter form is found by chance in a few hundred megabytes.
    const int ShortestForm = 6;

    static readonly Encoding[] s_encodings = [Encoding.UTF8, Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode];

    readonly Dictionary<uint, List<(byte[] Form, string Name)>> _forms = [];
    readonly bool[] _starts = new bool[1 << 16];

    /// <summary>A text: as it is, in capitals and small letters, without accents; in UTF-8, Latin-1 and UTF-16; in hexadecimal and base64; a number also as an integer.</summary>
    public void AddText(string value)
    {
        foreach (var text in new[] { value, value.ToUpperInvariant(), value.ToLowerInvariant(), Title(value), WithoutAccents(value).ToUpperInvariant(), WithoutAccents(value).ToLowerInvariant() }.Distinct())
        {
            foreach (var bytes in s_encodings.Select(encoding => encoding.GetBytes(text)))
                AddForms(value, bytes);
        }

        if (value.All(char.IsAsciiDigit) && long.TryParse(value, CultureInfo.InvariantCulture, out var number) && number > int.MaxValue)
        {
            var integer = new byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(integer, number);
            Add(value, integer);
        }
    }

    /// <summary>Bytes: as they are, in hexadecimal and in base64.</summary>
    /// <param name="name">What is said when they are found.</param>
    /// <param name="bytes">The bytes.</param>
    public void AddBytes(string name, byte[] bytes)
    {
        AddForms(name, bytes);
        AddForms(name, Encoding.Unicode.GetBytes(Convert.ToHexStringLower(bytes)));
        AddForms(name, Encoding.Unicode.GetBytes(Convert.ToBase64String(bytes)));
    }

    /// <summary>What of them is in some bytes, or in what is compressed there.</summary>
    public IReadOnlyList<string> In(byte[] bytes)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        Search(bytes, found);
        return [.. found];
    }

    /// <summary>What of them is in the names and contents of the files of a folder: one line per file, its path and what it holds.</summary>
    /// <param name="folder">The folder; nothing is found in one that is not there.</param>
    /// <param name="except">Files that may hold them.</param>
    public IReadOnlyList<string> InFolder(string folder, Func<string, bool>? except = null)
    {
        if (!Directory.Exists(folder))
            return [];
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => except?.Invoke(path) is not true)
            .Select(path => (path, found: In([.. Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, path)), 0, .. File.ReadAllBytes(path)])))
            .Where(file => file.found.Count > 0).Select(file => $"{file.path}: {string.Join(", ", file.found.Take(5))}")];
    }

    void Search(byte[] bytes, SortedSet<string> found)
    {
        for (var i = 0; i + ShortestForm <= bytes.Length; i++)
        {
            if (_starts[BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(i))] && _forms.TryGetValue(BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i)), out var forms))
            {
                foreach (var (form, name) in forms)
                {
                    if (bytes.AsSpan(i).StartsWith(form))
                        found.Add(name);
                }
            }

            // GZIP members: files, and the pages of a Parquet file.
            if (bytes[i] == 0x1f && bytes[i + 1] == 0x8b && bytes[i + 2] == 8)
                Search(Inflate(new GZipStream(new MemoryStream(bytes, i, bytes.Length - i), CompressionMode.Decompress)), found);
        }

        if (bytes.AsSpan().IndexOf("PK\u0003\u0004"u8) is >= 0 and var zip)
            SearchZip(bytes[zip..], found);
    }

    void SearchZip(byte[] bytes, SortedSet<string> found)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in archive.Entries)
                Search(Inflate(entry.Open()), found);
        }
        catch (InvalidDataException)
        {
            // Two letters in the middle of something else.
        }
    }

    static byte[] Inflate(Stream compressed)
    {
        using var plain = new MemoryStream();
        using (compressed)
        {
            try
            {
                compressed.CopyTo(plain);
            }
            catch (InvalidDataException)
            {
                // Three bytes in the middle of something else, or the end of the member: what was inflated counts.
            }
        }

        return plain.ToArray();
    }

    void AddForms(string name, byte[] bytes)
    {
        Add(name, bytes);
        Add(name, Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)));
        Add(name, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes)));
        // Inside a longer text the letters of base64 depend on the place modulo three; those that a neighbour decides are left out.
        for (var before = 0; before < 3; before++)
        {
            var whole = Convert.ToBase64String([.. new byte[before], .. bytes, 0, 0])[(((before * 8) + 5) / 6)..((before + bytes.Length) * 8 / 6)];
            Add(name, Encoding.ASCII.GetBytes(whole));
            Add(name, Encoding.ASCII.GetBytes(whole.Replace('+', '-').Replace('/', '_')));
        }
    }

    void Add(string name, byte[] form)
    {
        if (form.Length < ShortestForm)
            return;
        var key = BinaryPrimitives.ReadUInt32LittleEndian(form);
        if (!_forms.TryGetValue(key, out var forms))
            _forms[key] = forms = [];
        if (!forms.Any(other => other.Form.AsSpan().SequenceEqual(form)))
            forms.Add((form, name));
        _starts[(ushort)key] = true;
    }

    static string Title(string text) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant());

    static string WithoutAccents(string text)
        => string.Concat(text.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
}
