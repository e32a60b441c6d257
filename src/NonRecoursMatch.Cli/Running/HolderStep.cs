using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Holder;
using NonRecoursMatch.Holder.Oppositions;
using NonRecoursMatch.Holder.Pseudonymisation;
using NonRecoursMatch.Keys.Derivation;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Cli.Running;

/// <summary>One holder's step with its two keys: opened for this step, zeroed after it.</summary>
sealed class HolderStep(Workspace workspace, Agreement agreement, YearMonth month, OwnRegisters registers)
{
    /// <summary>Oppositions of the register past their end, which were not applied.</summary>
    public int EndedOppositions { get; private set; }

    /// <summary>Pseudonymises the extract of a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="key">Reference of the campaign root.</param>
    /// <param name="secret">Reference of the holder secret.</param>
    /// <param name="keys">Opens them.</param>
    /// <param name="package">Folder of the package.</param>
    /// <param name="holder">The holder's private folder.</param>
    /// <param name="progress">Rows read.</param>
    /// <param name="stop">Interrupts.</param>
    /// <exception cref="AgreementException">A link leads out of the folder of the agreement.</exception>
    public PseudonymisationResult Run(
        Source source, string key, string secret, KeyAccess keys, string package, string holder, IProgress<HolderProgress>? progress, CancellationToken stop)
    {
        SourceFiles.RequirePlain(agreement, source);
        using var root = keys.OpenRoot(key);
        using var campaign = CampaignKey.Derive(root, Pseudonymizer.DomainOf(agreement, month));
        using var own = keys.OpenSecret(secret);
        return new Pseudonymizer(workspace.Library, Read(source, own)).Run(agreement, source, month, campaign, own, package, holder, progress, stop);
    }

    /// <summary>Makes the package of the oppositions of a source that sends no extract this month.</summary>
    /// <param name="source">The source.</param>
    /// <param name="key">Reference of the campaign root.</param>
    /// <param name="secret">Reference of the holder secret.</param>
    /// <param name="keys">Opens them.</param>
    /// <param name="package">Folder of the package.</param>
    /// <param name="stop">Interrupts.</param>
    public PackageManifest RunOppositions(Source source, string key, string secret, KeyAccess keys, string package, CancellationToken stop)
    {
        using var root = keys.OpenRoot(key);
        using var campaign = CampaignKey.Derive(root, Pseudonymizer.DomainOf(agreement, month));
        using var own = keys.OpenSecret(secret);
        return new OppositionPackage(workspace.Library).Write(agreement, source, month, campaign, own, Read(source, own), package, stop);
    }

    IReadOnlyList<RegisteredOpposition> Read(Source source, HolderSecret own)
    {
        var registered = registers.Read(source, month, own);
        EndedOppositions = registered.Ended;
        return registered.InForce;
    }
}
