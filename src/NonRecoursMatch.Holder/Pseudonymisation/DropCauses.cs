namespace NonRecoursMatch.Holder.Pseudonymisation;

/// <summary>Why a row does not leave, apart from its own errors (whose cause is the anomaly code).</summary>
public static class DropCauses
{
    /// <summary>The person opposes every benefit.</summary>
    public const string Oppose = "oppose";

    /// <summary>A later row of a person already there.</summary>
    public const string Doublon = "doublon";

    /// <summary>Several persons have one NIR, which is also the reference of their rows: nothing tells them apart.</summary>
    public const string CollisionNir = "collision_nir";

    /// <summary>Lives outside the perimeter.</summary>
    public const string HorsPerimetre = "hors_perimetre";

    /// <summary>No commune: the perimeter cannot be decided.</summary>
    public const string SansCommune = "sans_commune";

    /// <summary>In a commune of a quartier perimeter, without any code of a quartier: in a QPV column also everybody who lives outside one.</summary>
    public const string SansQuartier = "sans_quartier";

    /// <summary>Attached to a person who does not leave or is not in the extract.</summary>
    public const string SansPersonne = "sans_personne";

    /// <summary>Attached to a group of which nobody leaves.</summary>
    public const string SansGroupe = "sans_groupe";
}
