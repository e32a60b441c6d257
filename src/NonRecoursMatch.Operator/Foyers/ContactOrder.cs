using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Rights.Mensuel;

namespace NonRecoursMatch.Operator.Foyers;

/// <summary>Who is told: one recipient per person and subject, in the agreement's order, and only one that holds the person (invariant I2).</summary>
sealed class ContactOrder(Agreement agreement)
{
    static readonly SourceKind[] s_ccas = [SourceKind.Ccas];

    /// <summary>The holding through which the person is reached, or null when no body of the order holds it.</summary>
    /// <param name="dossier">Source of the foyer's dossier, -1 without one: of several funds of a kind, the one that has the dossier.</param>
    public Holding? Recipient(Sujet sujet, int dossier, IReadOnlyList<Holding> holdings)
    {
        if (sujet is Sujet.DeclarationRsa or Sujet.DeclarationPpa)
            return Of(dossier, holdings);
        var ofDossier = sujet is Sujet.Rsa or Sujet.Ppa;
        foreach (var kind in Subjects.Benefit(sujet) is { } benefit ? agreement.ContactOrder[benefit] : s_ccas)
        {
            if (ofDossier && dossier >= 0 && agreement.Sources[dossier].Kind == kind && Of(dossier, holdings) is { } own)
                return own;
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

    static Holding? Of(int source, IReadOnlyList<Holding> holdings)
    {
        foreach (var holding in holdings)
        {
            if (holding.Source == source)
                return holding;
        }

        return null;
    }
}
