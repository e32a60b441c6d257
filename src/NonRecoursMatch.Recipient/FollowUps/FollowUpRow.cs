namespace NonRecoursMatch.Recipient.FollowUps;

/// <summary>One answer: what came of a contact.</summary>
/// <param name="Source">Source of the person.</param>
/// <param name="Poignee">Handle.</param>
/// <param name="Prestation">Code of the benefit; empty where the list names none.</param>
/// <param name="Suivi">Code of the outcome.</param>
/// <param name="ContacteLe">Day of the contact, AAAA-MM-JJ; empty when it was not noted.</param>
/// <param name="Evaluation">What the person said of the evaluation of the experiment: a code of <see cref="EvaluationWords"/>; empty when it was not told of it.</param>
public sealed record FollowUpRow(string Source, string Poignee, string Prestation, string Suivi, string ContacteLe, string Evaluation = "");

/// <summary>A row of a delivered list that nobody answered.</summary>
public sealed record UnansweredRow(string Source, string Poignee, string Prestation);

/// <summary>Something that cannot be taken over, and where it is; never a value.</summary>
/// <param name="Fichier">File.</param>
/// <param name="Ligne">Line of the file or row of the sheet; 0 for the file as a whole.</param>
/// <param name="Colonne">Column, empty for the row as a whole.</param>
/// <param name="Faute">One of <see cref="FollowUpFaults"/>.</param>
public sealed record FollowUpFault(string Fichier, long Ligne, string Colonne, string Faute);

/// <summary>The codes of what may be wrong in a returned list.</summary>
public static class FollowUpFaults
{
    /// <summary>The file is neither a CSV nor an XLSX that can be read.</summary>
    public const string Unreadable = "fichier_illisible";

    /// <summary>A column is missing.</summary>
    public const string ColumnMissing = "colonne_manquante";

    /// <summary>The source is not in the agreement.</summary>
    public const string UnknownSource = "source_inconnue";

    /// <summary>The row belongs to another body than the rows before it.</summary>
    public const string OtherBody = "autre_organisme";

    /// <summary>The body's list of this result does not hold this person and benefit.</summary>
    public const string UnknownHandle = "poignee_inconnue";

    /// <summary>The body's list holds this person, not for this benefit.</summary>
    public const string UnknownBenefit = "prestation_inconnue";

    /// <summary>The handle is not one any more: a spreadsheet program took it for a number.</summary>
    public const string MangledHandle = "poignee_deformee";

    /// <summary>The day of the contact cannot be read, has not come yet, or is over three years old.</summary>
    public const string UnknownDay = "date_illisible";

    /// <summary>A day or a further answer stands alone: without an answer, or without a benefit that it is about.</summary>
    public const string Alone = "sans_objet";

    /// <summary>The word is not one of the choices.</summary>
    public const string UnknownWord = "mot_inconnu";

    /// <summary>The same row has two answers: neither is kept.</summary>
    public const string TwoAnswers = "deux_reponses";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Unreadable, ColumnMissing, UnknownSource, OtherBody, MangledHandle, UnknownHandle, UnknownBenefit, UnknownWord, UnknownDay, Alone, TwoAnswers];
}
