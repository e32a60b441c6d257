using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Territories;
using NonRecoursMatch.Holder.Anchors;
using NonRecoursMatch.Holder.Identity;
using NonRecoursMatch.Holder.Tokens;
using NonRecoursMatch.Keys.Derivation;

namespace NonRecoursMatch.Holder.IdentityFiles;

/// <summary>What one thread needs to make tokens of rows.</summary>
sealed class IdentityWorker(CampaignKey campaign, NameFrequencies frequencies, CommuneTable communes, byte[] digest) : IDisposable
{
    readonly AnchorMaker _maker = new(campaign, frequencies);
    readonly PersonTokeniser _tokeniser = new(campaign);
    readonly Tokeniser _naming = campaign.Tokeniser(PseudonymProfile.Remplissage);
    readonly IdentityForms _forms = new();
    readonly CanonicalIdentity _identity = new();

    /// <summary>The handle and NIR token of a row, its tokens and anchors added to the sheets.</summary>
    public (Key128 Handle, Key128? Nir) Make(IdentityChunk chunk, int row, IdentitySheets sheets)
    {
        var (birth, handle) = (chunk.Birth(row), _naming.Token([.. digest, (byte)'|', .. chunk.Id(row)]));
        var cells = chunk.Cells(row);
        _identity.Read(chunk.Nir(row), cells.BirthName, cells.UsageName, cells.GivenNames, birth, dayByDefault: false);
        var tokens = _tokeniser.Of(_identity);
        _forms.Read(cells, birth, communes);
        _maker.Make(_forms, handle);
        lock (sheets)
        {
            sheets.Places.Add(_forms);
            sheets.Counts.Add(Nir.Read(chunk.Nir(row)).Class, _maker.Real, wrongBirth: !chunk.WrittenBirth(row).IsEmpty && !BirthDate.TryRead(chunk.WrittenBirth(row), out _));
            sheets.Anchors.Add(_maker, handle, tokens.Nir, line: chunk.First + row);
            sheets.Tokens.Add(tokens, handle, _tokeniser);
        }

        return (handle, tokens.Nir);
    }

    public void Dispose()
    {
        _forms.Clear();
        _identity.Clear();
        _maker.Dispose();
        _tokeniser.Dispose();
        _naming.Dispose();
    }
}

/// <summary>What the threads add to, one at a time.</summary>
sealed record IdentitySheets(AnchorSheet Anchors, TokenSheet Tokens, PlaceCounts Places, IdentityCounts Counts);
