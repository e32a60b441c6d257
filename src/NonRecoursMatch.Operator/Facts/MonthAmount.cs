using System.Runtime.InteropServices;
using NonRecoursMatch.Rights.Foyers;

namespace NonRecoursMatch.Operator.Facts;

/// <summary>Which table an amount comes from.</summary>
enum AmountKind : byte
{
    /// <summary>Resources of a family dossier, by kind and month.</summary>
    Income,

    /// <summary>Daily allowances of their payer, by month.</summary>
    Allowance,

    /// <summary>Agricultural profit, by year.</summary>
    Profit,
}

/// <summary>One amount of a person: spilled as bytes after the record.</summary>
/// <param name="Table">Where from.</param>
/// <param name="Nature">Kind of income.</param>
/// <param name="When">Months before M, or year of a profit.</param>
/// <param name="Euros">Amount.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
readonly record struct MonthAmount(AmountKind Table, Revenu Nature, short When, int Euros);
