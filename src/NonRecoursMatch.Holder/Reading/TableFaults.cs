using NonRecoursMatch.Formats.Tables;
using NonRecoursMatch.Holder.Validation;

namespace NonRecoursMatch.Holder.Reading;

/// <summary>What keeps a table from being read on, as anomalies: each fault has its own.</summary>
static class TableFaults
{
    /// <summary>Reports a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="table">Table.</param>
    /// <param name="line">Line to name where the fault has none.</param>
    /// <param name="anomalies">Where to.</param>
    public static void Report(TableFaultException fault, string table, long line, AnomalyCollector anomalies)
        => anomalies.AddFile(CodeOf(fault.Fault), table, null, fault.Subject, line: fault.Line > 0 ? fault.Line : line);

    static AnomalyCode CodeOf(TableFault fault) => fault switch
    {
        TableFault.RecordTooLong => AnomalyCodes.LigneTropLongue,
        TableFault.QuoteNotClosed => AnomalyCodes.GuillemetNonFerme,
        TableFault.CompressionCorrupt => AnomalyCodes.CompressionIllisible,
        TableFault.CompressionTruncated => AnomalyCodes.CompressionTronquee,
        TableFault.CompressionBomb => AnomalyCodes.CompressionBombe,
        TableFault.UnknownRecord => AnomalyCodes.EnregistrementInconnu,
        TableFault.TrailerMissing => AnomalyCodes.EnregistrementFinAbsente,
        TableFault.AfterTrailer => AnomalyCodes.EnregistrementApresFin,
        TableFault.OutsideFields => AnomalyCodes.EnregistrementHorsChamps,
        TableFault.ParquetTruncated => AnomalyCodes.ParquetTronque,
        TableFault.ParquetEncrypted => AnomalyCodes.ParquetChiffre,
        TableFault.ParquetCodec => AnomalyCodes.ParquetCompression,
        TableFault.ParquetColumn => AnomalyCodes.ParquetColonne,
        TableFault.ParquetTooLarge => AnomalyCodes.ParquetTaille,
        _ => AnomalyCodes.ParquetIllisible,
    };
}
