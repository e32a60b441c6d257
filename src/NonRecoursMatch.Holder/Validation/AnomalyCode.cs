namespace NonRecoursMatch.Holder.Validation;

/// <summary>What an anomaly leads to.</summary>
public enum Severity
{
    /// <summary>The extract cannot be used.</summary>
    Fichier,

    /// <summary>The row is left out.</summary>
    Ligne,

    /// <summary>Counted only.</summary>
    Alerte,
}

/// <summary>One kind of anomaly. Codes are quoted in mails and tickets: they are never renamed.</summary>
public sealed record AnomalyCode(string Code, Severity Severity)
{
    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
