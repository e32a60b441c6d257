using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Holder.Anchors;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Pseudonymisation;
using NonRecoursMatch.Holder.Tokens;
using NonRecoursMatch.Keys.Derivation;

namespace NonRecoursMatch.Holder.Oppositions;

/// <summary>Re-applies the oppositions of the register to a month, as those of the month's own oppositions.csv.</summary>
static class RegisteredOppositions
{
    /// <summary>Adds them to the set.</summary>
    /// <param name="registered">Those in force.</param>
    /// <param name="set">Receives handles and tokens; what it already holds of the month's file is not counted twice.</param>
    /// <param name="handles">Makes handles.</param>
    /// <param name="tokeniser">Makes tokens.</param>
    /// <param name="anchors">Receives the anchors of those opposed to everything.</param>
    public static void AddTo(IReadOnlyList<RegisteredOpposition> registered, OppositionSet set, HandleMaker handles, PersonTokeniser tokeniser, ExtractAnchors? anchors)
    {
        var identity = new CanonicalIdentity();
        foreach (var opposition in registered)
        {
            opposition.Read(identity);
            var tokens = tokeniser.Of(identity);
            var (scope, handle) = (opposition.Scope, opposition.Reference.Length > 0 ? handles.Person(RegisteredOpposition.Bytes(opposition.Reference)) : default);
            if (((set.ScopeOf(tokens) | set.Handles.GetValueOrDefault(handle)) & scope) != scope)
                set.Lines++;
            if (opposition.Reference.Length > 0)
                set.AddHandle(handle, scope);
            set.AddTokens(tokens, scope);
            if (scope == PackageTables.PorteeTotale && tokens.Weak is [var name, ..])
                anchors?.AddOpposed(Cells(opposition), opposition.Birth, name, tokens.Nir);
        }

        identity.Clear();
    }

    static IdentityCells Cells(RegisteredOpposition opposition) => new()
    {
        BirthName = RegisteredOpposition.Bytes(opposition.NomNaissance),
        UsageName = RegisteredOpposition.Bytes(opposition.NomUsage),
        GivenNames = RegisteredOpposition.Bytes(opposition.Prenom),
    };
}
