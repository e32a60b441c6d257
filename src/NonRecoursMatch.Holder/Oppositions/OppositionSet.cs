using NonRecoursMatch.Columns;
using NonRecoursMatch.Holder.Tokens;

namespace NonRecoursMatch.Holder.Oppositions;

/// <summary>Opposed handles and tokens with the scope of each. Only keyed values: no identity, no reference.</summary>
public sealed class OppositionSet
{
    readonly Dictionary<Key128, int> _handles = [];
    readonly Dictionary<Key128, int> _nir = [];
    readonly Dictionary<Key128, int> _identities = [];

    /// <summary>Number of oppositions that the body registered.</summary>
    public long Lines { get; internal set; }

    /// <summary>Opposed handles.</summary>
    public IReadOnlyDictionary<Key128, int> Handles => _handles;

    /// <summary>Opposed NIR tokens.</summary>
    public IReadOnlyDictionary<Key128, int> Nir => _nir;

    /// <summary>Opposed weak tokens.</summary>
    public IReadOnlyDictionary<Key128, int> Identities => _identities;

    /// <summary>Adds an opposed handle.</summary>
    public void AddHandle(Key128 handle, int scope) => Add(_handles, handle, scope);

    /// <summary>Adds the tokens of an opposed person.</summary>
    public void AddTokens(PersonTokens tokens, int scope)
    {
        if (tokens.Nir is { } nir)
            Add(_nir, nir, scope);
        foreach (var weak in tokens.Weak)
            Add(_identities, weak, scope);
    }

    /// <summary>Adds the tokens of another set.</summary>
    public void AddAll(OppositionSet other)
    {
        foreach (var (token, scope) in other._nir)
            Add(_nir, token, scope);
        foreach (var (token, scope) in other._identities)
            Add(_identities, token, scope);
    }

    /// <summary>The scope that applies to a person: the union over its tokens; 0 when nobody opposed.</summary>
    public int ScopeOf(PersonTokens tokens)
    {
        var scope = tokens.Nir is { } nir ? _nir.GetValueOrDefault(nir) : 0;
        foreach (var weak in tokens.Weak)
            scope |= _identities.GetValueOrDefault(weak);
        return scope;
    }

    static void Add(Dictionary<Key128, int> scopes, Key128 key, int scope) => scopes[key] = scopes.GetValueOrDefault(key) | scope;
}
