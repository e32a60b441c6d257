using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Mensuel;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>One right to tell one recipient about, before it is cut down to the recipient's disclosure level.</summary>
readonly record struct RightRow(int Source, Key128 Poignee, Sujet Sujet, Outcome Verdict, int AmountEuros, Motif Motif, Questions Questions, Cautions Cautions);

/// <summary>Result of the stage <c>foyers</c>: the rights found, in no order that means anything.</summary>
static class RightsFile
{
    public const string Name = "droits.col";

    public static TableSchema Schema { get; } = new(
    [
        new("source", ColumnKind.Int32),
        new("poignee", ColumnKind.Key128),
        new("sujet", ColumnKind.Int32),
        new("verdict", ColumnKind.Int32),
        new("montant", ColumnKind.Int32),
        new("motif", ColumnKind.Int32),
        new("questions", ColumnKind.Int32),
        new("precautions", ColumnKind.Int32),
    ]);

    public static void Append(Batch batch, in RightRow row)
    {
        batch.Columns[0].Append(row.Source);
        batch.Columns[1].Append(row.Poignee);
        batch.Columns[2].Append((int)row.Sujet);
        batch.Columns[3].Append((int)row.Verdict);
        batch.Columns[4].Append(row.AmountEuros);
        batch.Columns[5].Append((int)row.Motif);
        batch.Columns[6].Append((int)row.Questions);
        batch.Columns[7].Append((int)row.Cautions);
    }

    public static RightRow Read(Batch batch, int row) => new(
        batch.Columns[0].Int32[row],
        batch.Columns[1].Keys[row],
        (Sujet)batch.Columns[2].Int32[row],
        (Outcome)batch.Columns[3].Int32[row],
        batch.Columns[4].Int32[row],
        (Motif)batch.Columns[5].Int32[row],
        (Questions)batch.Columns[6].Int32[row],
        (Cautions)batch.Columns[7].Int32[row]);
}
