namespace NonRecoursMatch.Formats.Parquet.Reading;

/// <summary>What a file may ask this reader to hold. Sizes in bytes; refused beyond, before the memory is taken.</summary>
/// <param name="Page">One page, compressed or not, one dictionary as text, or the footer.</param>
/// <param name="Total">The pages and dictionaries of all columns at one time.</param>
public sealed record ParquetLimits(int Page = 256 << 20, long Total = 1L << 30);
