using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Aspa;
using NonRecoursMatch.Rights.C2s;
using NonRecoursMatch.Rights.Evaluation;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Rights.Mensuel;

/// <summary>Computes the four rights of the foyers of a month over columns, a batch at a time, and says what is concluded. One per thread.</summary>
/// <param name="margeAspa">€/month under which a computed ASPA is only to be checked.</param>
/// <param name="conclure">Told every conclusion, rows and counts alike, foyer by foyer.</param>
/// <exception cref="RightsDataException">The month is not supported.</exception>
public sealed class EvaluationMensuelle(RightsParameters parameters, YearMonth mois, double margeAspa, Action<Conclusion> conclure)
{
    const int BatchSize = 512;

    readonly LawBook _laws = new(parameters, mois);
    readonly C2sGuards _guards = C2sGuards.InForce(parameters, mois);
    readonly FoyerColumns _columns = new();
    readonly RightsEngine _engine = new();
    readonly List<FoyerMensuel> _waiting = new(BatchSize);

    /// <summary>Foyers taken and not concluded yet.</summary>
    public int EnAttente => _waiting.Count;

    /// <summary>Takes a foyer; computes when a batch is full.</summary>
    public void Ajouter(FoyerMensuel foyer)
    {
        _waiting.Add(foyer);
        if (_waiting.Count == BatchSize)
            Conclure();
    }

    /// <summary>Computes what remains.</summary>
    public void Terminer() => Conclure();

    void Conclure()
    {
        if (_waiting.Count == 0)
            return;
        var rows = Colonnes();
        _engine.Compute(_columns, _laws);
        var (c2s, aspa) = (C2s(), Aspa());
        var (c2sRow, aspaRow) = (0, 0);
        for (var i = 0; i < _waiting.Count; i++)
        {
            var (foyer, row) = (_waiting[i], rows[i]);
            DuFoyer(foyer, row);
            var calculee = row < 0 ? default(C2sCalculee?) : new C2sCalculee(_engine.C2s.Statut[row], _engine.C2s.Ressources[row], _engine.C2s.Plafond[row]);
            foreach (var membre in foyer.Membres)
            {
                conclure(C2sMensuelle.Conclure(foyer, membre, c2s, c2sRow++, _guards, calculee, _laws));
                if (AspaMensuelle.Concerne(membre, mois, _laws.MinimumVieillesse[0].Age))
                    conclure(AspaMensuelle.Conclure(foyer, membre, aspa, aspaRow++));
                if (membre.ConnuDAucuneCaisse)
                    conclure(new Conclusion(foyer, membre, Sujet.InconnuDesCaisses, Outcome.AVerifier, 0, Motif.Inconnu, Questions.Affiliation, Cautions.None));
            }
        }

        _waiting.Clear();
    }

    int[] Colonnes()
    {
        _columns.Clear(mois);
        var rows = new int[_waiting.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            foreach (var membre in _waiting[i].Membres)
                Preparer(membre);
            rows[i] = ColonnesMensuelles.Calculable(_waiting[i]) ? ColonnesMensuelles.Ajouter(_columns, _waiting[i], _laws) : -1;
        }

        return rows;
    }

    /// <summary>A pension known by its fund stands for the months that no dossier states.</summary>
    static void Preparer(Membre membre)
    {
        membre.Ressources.Reporter();
        if (membre.Pension is { Couverture: PensionKnowledge.Complete, Nette: { } nette } && !membre.Ressources.Percoit(Revenu.RetraiteNette, 0, Serie.Mois - 1))
            membre.Ressources.Constante(Revenu.RetraiteNette, nette);
    }

    void DuFoyer(FoyerMensuel foyer, int row)
    {
        var subject = foyer.Demandeur ?? foyer.Membres[0];
        conclure(RsaMensuel.Conclure(foyer, subject, row >= 0, row < 0 ? 0 : _engine.Rsa[row], _laws));
        conclure(PpaMensuelle.Conclure(foyer, subject, row >= 0, row < 0 ? 0 : _engine.Ppa[row], _laws));
        Declaration(foyer, foyer.Rsa, Sujet.DeclarationRsa);
        Declaration(foyer, foyer.Ppa, Sujet.DeclarationPpa);
    }

    /// <summary>Told to an adult: where every role is withheld nobody knows who that is, and a child must not be asked for a declaration.</summary>
    void Declaration(FoyerMensuel foyer, DroitConnu droit, Sujet sujet)
    {
        if (droit.Etat == EtatDroit.DeclarationAttendue && (foyer.Demandeur ?? foyer.Conjoint) is { } adulte)
            conclure(new Conclusion(foyer, adulte, sujet, Outcome.AVerifier, 0, Motif.Declaration, Questions.Declaration, Cautions.None));
    }

    C2sParRsaColumns C2s()
    {
        var columns = new C2sParRsaColumns(_waiting.Sum(foyer => foyer.Membres.Count));
        var row = 0;
        foreach (var membre in _waiting.SelectMany(foyer => foyer.Membres))
            C2sMensuelle.Remplir(columns, row++, membre);
        C2sParRsa.Compute(columns, mois, parameters);
        return columns;
    }

    AspaColumns Aspa()
    {
        var age = _laws.MinimumVieillesse[0].Age;
        var columns = new AspaColumns(_waiting.Sum(foyer => foyer.Membres.Count(membre => AspaMensuelle.Concerne(membre, mois, age))));
        var row = 0;
        foreach (var foyer in _waiting)
        {
            foreach (var membre in foyer.Membres.Where(membre => AspaMensuelle.Concerne(membre, mois, age)))
                AspaMensuelle.Remplir(columns, row++, foyer, membre, _laws);
        }

        AspaRule.Compute(columns, _laws, margeAspa);
        return columns;
    }
}
