namespace NonRecoursMatch.Holder.Validation;

/// <summary>What was read of one file.</summary>
/// <param name="Table">Table name.</param>
/// <param name="File">File name, without folder.</param>
/// <param name="Sha256">Digest of the file.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Lines">Physical lines, the header included.</param>
/// <param name="Rows">Data rows.</param>
/// <param name="Rejected">Rows left out because of an error.</param>
/// <param name="Labels">Columns of the file, in its order; empty when its header is not that of the format.</param>
public sealed record TableReport(string Table, string File, string Sha256, long Bytes, long Lines, long Rows, long Rejected, IReadOnlyList<string> Labels);
