using System.Globalization;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Intake;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Reports;

/// <summary>
/// Writes <c>rapport.json</c>: for the operator, the balance of every source and stage, which must close; for publication, counts whose small
/// cells are masked; what is estimated or not modelled. Nothing in it depends on the time of the run.
/// </summary>
sealed class RunReport(
    Agreement agreement, YearMonth month, RightsParameters parameters, IReadOnlyList<ReceivedPackage> packages, MonthCircumstances circumstances)
{
    public void Write(string path, StageRecord links, StageRecord foyers, StageRecord lists)
    {
        var report = new
        {
            version = 1,
            convention = agreement.Id,
            territoire = agreement.Territory.Code,
            convention_sha256 = agreement.Sha256,
            mois = month.ToString(),
            revision = circumstances.Revision,
            remplace = circumstances.Previous is not { } previous ? null : new
            {
                revision = previous.Revision,
                rapport_sha256 = previous.ReportSha256,
                convention_changee = previous.AgreementChanged(agreement),
                parametres_changes = previous.ParametersChanged(parameters.Digest),
                sources_changees = previous.Changes(packages).Select(change => new { id = change.Id, changement = change.Change }),
            },
            test = packages.Any(package => package.Manifest.Test),
            roles = agreement.SingleProcessor is null ? "roles_separes" : "roles_non_separes",
            parametres = new
            {
                sha256 = parameters.Digest,
                estimes = parameters.Estimated(month).Select(value => value.Parameter.Id),
                non_modelise = parameters.Unmodelled.Where(Concerned).Select(rule => new { id = rule.Id, prestation = rule.Benefit, regle = agreement.Language == "en" ? rule.En : rule.Fr }),
            },
            sources = packages.Where(package => !package.OppositionsOnly).Select(package => new
            {
                id = package.Source.Id,
                format = package.Source.Format.Id,
                organisme = package.Source.Body,
                date_donnees = package.Manifest.DateDonnees,
                kcv = package.Manifest.Kcv,
                normalisation = package.Manifest.Normalisation,
                contenu_sha256 = package.ContentSha256,
            }),
            sources_absentes = circumstances.Absences.Sources.Select(absent => new { id = absent.Id, motif = absent.Reason }),
            oppositions_seules = packages.Where(package => package.OppositionsOnly).Select(package => new { id = package.Source.Id, contenu_sha256 = package.ContentSha256 }),
            prestations_non_calculees = circumstances.Absences.Skipped.Select(benefit => new { prestation = benefit.Name, sources = benefit.Sources }),
            // Exact counts, for the operator: every row is accounted for. Not for publication.
            bilan = new
            {
                detenteurs = packages.Where(package => !package.OppositionsOnly).ToDictionary(package => package.Source.Id, package => Shown(package.Manifest.Bilan)),
                liens = Shown(links.Balances),
                foyers = Shown(foyers.Balances),
                listes = Shown(lists.Balances),
            },
            // For the operator too: how the persons were found.
            rapprochement = new
            {
                paires_de_sources = foyers.Paires,
                liens = links.Rapprochement?.Liens,
                revue = links.Rapprochement?.Revue,
                poids = links.Rapprochement?.Poids,
                faux_attendus_pour_10000 = links.Rapprochement?.FauxAttendusPour10000,
                comparaisons = links.Rapprochement?.Comparaisons,
                ancres = packages.Where(package => package.Manifest.Ancres is not null).ToDictionary(
                    package => package.Source.Id, package => new { produites = package.Manifest.Ancres, plafonnees = package.Manifest.AncresPlafonnees }),
                ancres_partagees_par_trop = links.Rapprochement?.AncresPlafonnees,
                modele = links.Rapprochement?.Modele,
                part_de_paires = links.Rapprochement?.Paires,
            },
            // For publication, and what the pages are made of: small cells masked, over all tables together.
            statistiques = new Publication(agreement, [.. packages.Where(package => !package.OppositionsOnly)], links, foyers, lists).Statistics(),
        };
        StableJson.Write(path, report);
    }

    bool Concerned(UnmodelledRule rule) => agreement.Prestations.Any(prestation => prestation.ToString().Equals(rule.Benefit, StringComparison.OrdinalIgnoreCase));

    static SortedDictionary<string, object> Shown(IReadOnlyDictionary<string, Balance> balances)
    {
        var shown = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, balance) in balances)
        {
            if (!balance.Closes)
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"the balance of {name} does not close: {balance.RowsIn} in, {balance.RowsOut} out"));
            shown[name] = new { lignes_entrees = balance.RowsIn, lignes_sorties = balance.RowsOut, ecarts = balance.Drops };
        }

        return shown;
    }
}
