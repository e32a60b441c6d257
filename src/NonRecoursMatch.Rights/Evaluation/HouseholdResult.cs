using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Rights.Evaluation;

/// <summary>The result of one household. Amounts are €/month, unrounded.</summary>
public sealed class HouseholdResult
{
    /// <summary>Benefits, in the order in which results state them.</summary>
    public static IReadOnlyList<string> Benefits { get; } = ["rsa", "ppa", "aspa", "asi", "c2s"];

    /// <summary>RSA.</summary>
    public double Rsa { get; set; }

    /// <summary>PPA, before CRDS.</summary>
    public double Ppa { get; set; }

    /// <summary>ASPA of the foyer.</summary>
    public double Aspa { get; set; }

    /// <summary>ASI of the foyer.</summary>
    public double Asi { get; set; }

    /// <summary>0 none, 1 contributive, 2 free.</summary>
    public int C2s { get; set; }

    /// <summary>Participation of the foyer.</summary>
    public double C2sParticipation { get; set; }

    /// <summary>Resources that C2S counts, €/year.</summary>
    public double C2sResources { get; set; }

    /// <summary>Free ceiling of C2S, €/year.</summary>
    public double C2sCeiling { get; set; }

    /// <summary>Verdict of each benefit, in the order of <see cref="Benefits"/>.</summary>
    public Outcome[] Verdicts { get; } = new Outcome[5];

    /// <summary>Missing inputs.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>Questions to ask and cautions to say, in the language of the report.</summary>
    public List<string> Questions { get; } = [];

    /// <summary>Cautions to say.</summary>
    public List<string> Cautions { get; } = [];

    /// <summary>Estimated values that the results rest on.</summary>
    public List<string> Estimated { get; } = [];

    /// <summary>Rules that could matter and are not modelled, and warnings.</summary>
    public List<string> Unmodelled { get; } = [];

    /// <summary>Amount of a benefit; for C2S its status.</summary>
    public double Of(string benefit) => benefit switch { "rsa" => Rsa, "ppa" => Ppa, "aspa" => Aspa, "asi" => Asi, _ => C2s };

    /// <summary>Takes the results of a row of an engine.</summary>
    public void Take(RightsEngine engine, int row)
    {
        (Rsa, Ppa, Aspa, Asi) = (engine.Rsa[row], engine.Ppa[row], engine.Aspa[row], engine.Asi[row]);
        (C2s, C2sParticipation) = ((int)engine.C2s.Statut[row], engine.C2s.Participation[row]);
        (C2sResources, C2sCeiling) = (engine.C2s.Ressources[row], engine.C2s.Plafond[row]);
        foreach (var list in (List<string>[])[Missing, Questions, Cautions, Estimated, Unmodelled])
            list.Clear();
    }
}
