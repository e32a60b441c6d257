using NonRecoursMatch.Conventions.Agreements;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>Who is told: one recipient per person and benefit, in the agreement's order, and only one that holds the person (invariant I2).</summary>
sealed class ContactOrder(Agreement agreement)
{
    /// <summary>The holding through which the person is reached, or null when no body of the order holds it.</summary>
    public Holding? Recipient(Prestation prestation, IReadOnlyList<Holding> holdings)
    {
        foreach (var kind in agreement.ContactOrder[prestation])
        {
            Holding? first = null;
            foreach (var holding in holdings)
            {
                if (agreement.Sources[holding.Source].Kind == kind && (first is not { } known || holding.Source < known.Source))
                    first = holding;
            }

            if (first is not null)
                return first;
        }

        return null;
    }
}
