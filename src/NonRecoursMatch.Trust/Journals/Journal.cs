using System.Buffers;

namespace NonRecoursMatch.Trust.Journals;

/// <summary>
/// The append-only, hash-chained record of what was done: <c>journal.jsonl</c>, one JSON object a line with <c>seq</c>, <c>time</c>, <c>event</c>,
/// <c>data</c> and <c>prev</c>, the SHA-256 of the previous line's bytes without its newline, so that <c>head -n 1 journal.jsonl | tr -d '\n' | sha256sum</c>
/// gives the <c>prev</c> of line 2. Each line is on disk before <see cref="Append"/> returns. One writer at a time (the file is locked while it is
/// open, against <see cref="Verify(string)"/> too); safe to call from several threads.
/// </summary>
public sealed class Journal : IDisposable
{
    readonly FileStream _stream;
    readonly TimeProvider _clock;
    readonly Lock _gate = new();
    long _lines;

    Journal(FileStream stream, TimeProvider clock, long lines, string head)
        => (_stream, _clock, _lines, Head) = (stream, clock, lines, head);

    /// <summary>Digest of the last line; 64 zeros while there is none.</summary>
    public string Head { get; private set; }

    /// <summary>
    /// Opens or starts a journal. A last line without its newline (the program died in the middle of it, so nobody was told that it was written)
    /// is cut off, and the cut recorded.
    /// </summary>
    /// <exception cref="JournalBrokenException">The chain is broken: nothing is appended to a journal that was altered.</exception>
    /// <exception cref="IOException">The file cannot be opened, or another writer holds it.</exception>
    public static Journal Open(string path, TimeProvider clock)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var stream = new FileStream(full, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            var found = Verify(stream);
            if (found.Fault is not null and not JournalFault.Incomplete)
                throw new JournalBrokenException(found);
            var cut = stream.Length - found.Bytes;
            stream.SetLength(found.Bytes);
            stream.Seek(0, SeekOrigin.End);
            var journal = new Journal(stream, clock, found.Lines, found.Head);
            if (cut > 0)
                journal.Append("journal.ligne-incomplete-retiree", new JournalData().Count("octets", cut));
            return journal;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Adds a line and flushes it to disk.</summary>
    /// <param name="name">Code of the event, for example <c>paquet.depose</c>.</param>
    /// <param name="data">Counts, digests and codes.</param>
    /// <exception cref="ArgumentException">The name is not a short code.</exception>
    /// <exception cref="IOException">The line could not be written (disk full).</exception>
    public void Append(string name, JournalData data)
    {
        if (!JournalData.IsCode(name))
            throw new ArgumentException("the name of an event is a short code", nameof(name));
        lock (_gate)
        {
            var line = JournalLine.Write(_lines + 1, _clock.GetUtcNow(), name, data, Head);
            _stream.Write([.. line, (byte)'\n']);
            _stream.Flush(flushToDisk: true);
            _lines++;
            Head = JournalLine.Digest(line);
        }
    }

    /// <summary>Reads a whole journal and checks its chain, in constant memory.</summary>
    /// <exception cref="IOException">The file cannot be read, or a writer holds it.</exception>
    public static JournalVerification Verify(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        return Verify(stream);
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    static JournalVerification Verify(FileStream stream)
    {
        var line = new ArrayBufferWriter<byte>();
        var block = new byte[1 << 16];
        var good = new JournalVerification(0, 0, JournalLine.NoLine, null);
        for (var read = stream.Read(block); read > 0; read = stream.Read(block))
        {
            var rest = block.AsSpan(0, read);
            for (var end = rest.IndexOf((byte)'\n'); end >= 0; end = rest.IndexOf((byte)'\n'))
            {
                line.Write(rest[..end]);
                rest = rest[(end + 1)..];
                if (JournalLine.Check(line.WrittenMemory, good.Lines + 1, good.Head) is { } fault)
                    return good with { Fault = fault };
                good = new JournalVerification(good.Lines + 1, good.Bytes + line.WrittenCount + 1, JournalLine.Digest(line.WrittenSpan), null);
                line.ResetWrittenCount();
            }

            line.Write(rest);
        }

        return line.WrittenCount == 0 ? good : good with { Fault = JournalFault.Incomplete };
    }
}
