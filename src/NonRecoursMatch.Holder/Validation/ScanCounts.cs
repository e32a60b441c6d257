namespace NonRecoursMatch.Holder.Validation;

/// <summary>What a reader counted in one file.</summary>
readonly record struct ScanCounts(long Lines, long Rows, long Rejected, IReadOnlyList<string> Labels);
