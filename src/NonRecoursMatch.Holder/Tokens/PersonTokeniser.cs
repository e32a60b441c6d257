using NonRecoursMatch.Columns;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Keys.Derivation;

namespace NonRecoursMatch.Holder.Tokens;

/// <summary>Makes the tokens of persons under one campaign key. Not for two threads at a time.</summary>
public sealed class PersonTokeniser(CampaignKey campaign) : IDisposable
{
    readonly Tokeniser _nir = campaign.Tokeniser(PseudonymProfile.Nir);
    readonly Tokeniser _identities = campaign.Tokeniser(PseudonymProfile.Identite);
    readonly Tokeniser _padding = campaign.Tokeniser(PseudonymProfile.Remplissage);

    /// <summary>The tokens of an identity.</summary>
    public PersonTokens Of(CanonicalIdentity identity)
    {
        Key128? strong = identity.Strong.IsEmpty ? null : _nir.Token(identity.Strong);
        return identity.WeakCount switch
        {
            0 => new PersonTokens(strong, []),
            1 => new PersonTokens(strong, [_identities.Token(identity.Weak(0))]),
            _ => new PersonTokens(strong, [_identities.Token(identity.Weak(0)), _identities.Token(identity.Weak(1))]),
        };
    }

    /// <summary>The token that stands for a second name which a record does not have, so that nobody can tell who has two. It is nobody else's.</summary>
    public Key128 Padding(Key128 handle)
    {
        Span<byte> text = stackalloc byte[Key128.Size];
        handle.Write(text);
        return _padding.Token(text);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _padding.Dispose();
        _nir.Dispose();
        _identities.Dispose();
    }
}
