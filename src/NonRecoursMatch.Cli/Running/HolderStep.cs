using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Holder;
using NonRecoursMatch.Holder.Pseudonymisation;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;

namespace NonRecoursMatch.Cli.Running;

/// <summary>One holder's step with its two keys: opened for this step, zeroed after it.</summary>
sealed class HolderStep(Workspace workspace, Agreement agreement, YearMonth month)
{
    /// <summary>Pseudonymises the extract of a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="key">Reference of the campaign root.</param>
    /// <param name="secret">Reference of the holder secret.</param>
    /// <param name="keys">Opens them.</param>
    /// <param name="package">Folder of the package.</param>
    /// <param name="holder">The holder's private folder.</param>
    /// <param name="progress">Rows read.</param>
    /// <param name="stop">Interrupts.</param>
    public PseudonymisationResult Run(
        Source source, string key, string secret, KeyAccess keys, string package, string holder, IProgress<HolderProgress>? progress, CancellationToken stop)
    {
        using var root = keys.OpenRoot(key);
        using var campaign = CampaignKey.Derive(root, Pseudonymizer.DomainOf(agreement, month));
        using var own = keys.OpenSecret(secret);
        return new Pseudonymizer(workspace.Library).Run(agreement, source, month, campaign, own, package, holder, progress, stop);
    }
}
