using CsvHelper;

namespace NonRecoursMatch.Benchmarks;

/// <summary>What CsvHelper 34 alone costs: every field of every record as bytes, nothing checked. The options are those of our own reader.</summary>
static class CsvBytes
{
    /// <summary>Reads a file and prints what it saw, so that nothing is left out by the compiler.</summary>
    public static void Read(string path)
    {
        var options = new CsvReaderOptions { Separator = ';', DetectSeparatorHint = false, HasHeader = false, SkipEmptyLines = false, TrackLineNumbers = true, IncludeValuesInExceptions = false, MaxRecordSize = 1 << 20 };
        using var reader = CsvReader.FromFile(path, options);
        var (records, bytes) = (0L, 0L);
        while (reader.Read())
        {
            records++;
            for (var i = 0; i < reader.FieldCount; i++)
                bytes += reader.GetSpan(i).Length;
        }

        Console.WriteLine($"{{\"records\":{records},\"bytes\":{bytes}}}");
    }
}
