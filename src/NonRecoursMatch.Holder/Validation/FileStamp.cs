namespace NonRecoursMatch.Holder.Validation;

/// <summary>Size and time of last change of a file: whether it was still being written while it was read, without reading it once more.</summary>
/// <param name="Bytes">Size.</param>
/// <param name="Changed">Last change.</param>
readonly record struct FileStamp(long Bytes, DateTime Changed)
{
    /// <summary>The stamp of a file now.</summary>
    public static FileStamp Of(string path)
    {
        var file = new FileInfo(path);
        return new FileStamp(file.Length, file.LastWriteTimeUtc);
    }

    /// <summary>Reports that the file is no longer what it was: neither its rows nor its digest can be trusted.</summary>
    public void ReportChange(string path, string table, AnomalyCollector anomalies)
    {
        var now = Of(path);
        if (now != this)
            anomalies.AddFile(AnomalyCodes.FichierModifie, table, null, $"{now.Bytes}", $"{Bytes}");
    }
}
