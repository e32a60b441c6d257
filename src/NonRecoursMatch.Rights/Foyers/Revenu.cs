namespace NonRecoursMatch.Rights.Foyers;

/// <summary>Kinds of monthly income of a person, €/month. The last five are worked out from the others when a foyer is added.</summary>
public enum Revenu : byte
{
    /// <summary>Net wages.</summary>
    SalaireNet,

    /// <summary>Gross wages.</summary>
    SalaireBrut,

    /// <summary>Unemployment benefit.</summary>
    Chomage,

    /// <summary>Net pensions.</summary>
    RetraiteNette,

    /// <summary>Gross pensions.</summary>
    RetraiteBrute,

    /// <summary>Invalidity pension.</summary>
    Invalidite,

    /// <summary>Sickness allowances.</summary>
    Maladie,

    /// <summary>Maternity, paternity and adoption allowances.</summary>
    Maternite,

    /// <summary>Alimony received.</summary>
    PensionAlimentaireRecue,

    /// <summary>Alimony paid.</summary>
    PensionAlimentaireVersee,

    /// <summary>AAH as paid.</summary>
    Aah,

    /// <summary>ASS as paid.</summary>
    Ass,

    /// <summary>ASI as paid.</summary>
    Asi,

    /// <summary>Profit of a micro-enterprise.</summary>
    MicroEntreprise,

    /// <summary>Income of capital.</summary>
    Capital,

    /// <summary>Rents received.</summary>
    Foncier,

    /// <summary>Training pay.</summary>
    Formation,

    /// <summary>Apprentice pay.</summary>
    Apprentissage,

    /// <summary>Partial unemployment.</summary>
    ActivitePartielle,

    /// <summary>Annuity for a work accident.</summary>
    RenteAccident,

    /// <summary>Windfalls.</summary>
    Exceptionnel,

    /// <summary>Savings on a Livret A, a stock in €.</summary>
    EpargneLivretA,

    /// <summary>Other savings without taxable income, a stock in €.</summary>
    EpargneAutre,

    /// <summary>Worked out: daily allowances that count as earnings.</summary>
    IndemnitesActivite,

    /// <summary>Worked out: daily allowances that count as replacement income.</summary>
    IndemnitesRemplacement,

    /// <summary>Worked out: capital, rents and deemed income of savings.</summary>
    Patrimoine,
}

/// <summary>Monthly amounts of a foyer, €/month.</summary>
public enum Verse : byte
{
    /// <summary>Family allowance (AF).</summary>
    Af,

    /// <summary>Family complement (CF).</summary>
    Cf,

    /// <summary>Family support allowance (ASF).</summary>
    Asf,

    /// <summary>PAJE base allowance.</summary>
    PajeBase,

    /// <summary>PAJE shared parental leave (PreParE).</summary>
    PajePrepare,

    /// <summary>Housing aid.</summary>
    AideLogement,
}
