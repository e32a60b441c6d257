using NonRecoursMatch.Trust.Attestations;
using NonRecoursMatch.Trust.Audits;
using NonRecoursMatch.Trust.Journals;
using NonRecoursMatch.Trust.Purges;

namespace NonRecoursMatch.Tests.Trust.Audits;

/// <summary>Nothing of a signed result changes unseen.</summary>
public sealed class FolderAuditTests : IDisposable
{
    readonly SignedResult _result = new();

    public void Dispose() => _result.Dispose();

    [Fact]
    public void A_result_as_it_was_signed_is_intact_and_says_what_was_checked()
    {
        var found = new FolderAudit(_result.Folder, anchor: null).Run();
        found.Differences.ShouldBeEmpty();
        (found.Files, found.JournalLines, found.Purged).ShouldBe((5, 3, 0));
        found.Attested!.Signer.Subject.ShouldContain("éphémère");
        found.Attested.Statement.Predicate.Signature.Portee.ShouldBe(SignatureTerms.Ephemere);
    }

    [Theory]
    [InlineData(AttestationFile.Name)]
    [InlineData(JournalState.FileName)]
    public void A_change_of_any_one_byte_of_journal_or_attestation_shows(string name)
    {
        var bytes = File.ReadAllBytes(_result[name]);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            File.WriteAllBytes(_result[name], bytes);
            _result.Differences().ShouldContain(difference => difference.File == name, $"byte {i}");
            bytes[i] ^= 1;
        }

        File.WriteAllBytes(_result[name], bytes);
        _result.Differences().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("packages/caf-35/manifest.json")]
    [InlineData("packages/caf-35/personnes.col")]
    [InlineData("lists/ccas/liste.csv")]
    public void A_change_of_any_one_byte_of_a_file_shows_under_its_name(string name)
    {
        var bytes = File.ReadAllBytes(_result[name]);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            File.WriteAllBytes(_result[name], bytes);
            _result.Differences().ShouldBe([new AuditDifference(name, AuditFault.Differs)]);
            bytes[i] ^= 1;
        }
    }

    [Fact]
    public void A_file_taken_out_or_put_in_shows()
    {
        File.Delete(_result["lists/ccas/liste.csv"]);
        File.WriteAllText(_result["lists/ccas/autre.csv"], "");
        _result.Differences().ShouldBe([new("lists/ccas/autre.csv", AuditFault.Unexpected), new("lists/ccas/liste.csv", AuditFault.Missing)]);
    }

    [Fact]
    public void A_journal_cut_short_continued_or_taken_out_shows()
    {
        var lines = File.ReadAllText(_result[JournalState.FileName]);
        File.WriteAllText(_result[JournalState.FileName], lines[..(lines.TrimEnd('\n').LastIndexOf('\n') + 1)]);
        _result.Differences().ShouldBe([new(JournalState.FileName, AuditFault.Differs)]);

        File.WriteAllText(_result[JournalState.FileName], lines);
        using (var journal = Journal.Open(_result[JournalState.FileName], FixedClock.November))
            journal.Append("mois.fin", new JournalData());
        _result.Differences().ShouldBe([new(JournalState.FileName, AuditFault.JournalUnsigned, 4)]);

        File.Delete(_result[JournalState.FileName]);
        _result.Differences().ShouldBe([new(JournalState.FileName, AuditFault.Missing)]);
    }

    [Fact]
    public void Without_its_attestation_a_result_is_not_intact()
    {
        File.Delete(_result.Attestation);
        _result.Differences().ShouldBe([new(AttestationFile.Name, AuditFault.Missing)]);
    }

    [Fact]
    public void A_package_that_the_journal_knows_under_another_digest_shows()
    {
        // Both files are as signed, but they do not tell the same story: the journal was closed over another package.
        var before = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_result["packages/ccas/personnes.col"])));
        File.AppendAllText(_result["packages/ccas/personnes.col"], " and another");
        var after = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_result["packages/ccas/personnes.col"])));
        _result.Restate(before, after);
        _result.Differences().ShouldBe([new("packages/ccas/personnes.col", AuditFault.JournalDisagrees)]);
    }

    [Theory]
    [InlineData("../dehors.csv")]
    [InlineData("lists/../../dehors.csv")]
    [InlineData("/etc/hostname")]
    [InlineData("lists//liste.csv")]
    [InlineData("lists\\\\ccas")]
    public void A_name_that_leaves_the_folder_is_refused_and_not_opened(string name)
    {
        File.WriteAllText(_result.Beside("dehors.csv"), "poignee\r\n");
        _result.Restate("lists/ccas/liste.csv", name);
        _result.Differences().ShouldBe([new("lists/ccas/liste.csv", AuditFault.Unexpected), new(name.Replace("\\\\", "\\", StringComparison.Ordinal), AuditFault.UnsafeName)], ignoreOrder: true);
    }

    [Fact]
    public void Links_are_not_followed_even_to_the_same_bytes()
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(_result.Beside("ailleurs"));
        File.Move(_result["lists/ccas/liste.csv"], _result.Beside("ailleurs/liste.csv"));
        File.CreateSymbolicLink(_result["lists/ccas/liste.csv"], _result.Beside("ailleurs/liste.csv"));
        _result.Differences().ShouldBe([new("lists/ccas/liste.csv", AuditFault.Link)]);

        Directory.Delete(_result["lists/ccas"], recursive: true);
        Directory.CreateSymbolicLink(_result["lists/ccas"], _result.Beside("ailleurs"));
        _result.Differences().ShouldBe([new("lists/ccas", AuditFault.Unexpected), new("lists/ccas/liste.csv", AuditFault.Missing)]);

        File.Move(_result.Attestation, _result.Beside("attestation.json"));
        File.CreateSymbolicLink(_result.Attestation, _result.Beside("attestation.json"));
        _result.Differences().ShouldBe([new(AttestationFile.Name, AuditFault.Link)]);
    }

    [Fact]
    public void A_file_named_twice_shows()
    {
        _result.Restate("lists/ccas/liste.csv", "packages/ccas/personnes.col");
        _result.Differences().ShouldContain(new AuditDifference("packages/ccas/personnes.col", AuditFault.StatedTwice));
    }

    [Fact]
    public void A_signed_purge_stands_for_the_packages_and_an_unsigned_one_does_not()
    {
        _result.Purge();
        Directory.EnumerateFiles(_result["packages"], "*", SearchOption.AllDirectories).ShouldBeEmpty();
        var found = new FolderAudit(_result.Folder, anchor: null).Run();
        found.Differences.ShouldBeEmpty();
        (found.Files, found.Purged, found.JournalLines).ShouldBe((1, 4, 5));

        File.Delete(_result[PurgeStatement.FileName]);
        var unsigned = _result.Differences();
        unsigned.ShouldContain(new AuditDifference(PurgeRecord.FileName, AuditFault.PurgeUnsigned));
        unsigned.Count(difference => difference.Fault == AuditFault.Missing).ShouldBe(4);
        unsigned.ShouldContain(new AuditDifference(JournalState.FileName, AuditFault.JournalUnsigned, 4));

        File.Delete(_result[PurgeRecord.FileName]);
        _result.Differences().Count(difference => difference.Fault == AuditFault.Missing).ShouldBe(4);
    }

    [Fact]
    public void A_changed_byte_of_the_proof_of_deletion_or_of_its_signature_shows()
    {
        _result.Purge();
        foreach (var name in new[] { PurgeRecord.FileName, PurgeStatement.FileName })
        {
            var bytes = File.ReadAllBytes(_result[name]);
            for (var i = 0; i < bytes.Length; i += 5)
            {
                bytes[i] ^= 1;
                File.WriteAllBytes(_result[name], bytes);
                _result.Differences().ShouldContain(difference => difference.File == name, $"{name}, byte {i}");
                bytes[i] ^= 1;
            }

            File.WriteAllBytes(_result[name], bytes);
        }
    }

    [Fact]
    public void A_purge_of_another_result_or_of_a_file_that_is_there_proves_nothing()
    {
        using var other = new SignedResult();
        other.Purge();
        Directory.Delete(_result["packages"], recursive: true);
        foreach (var name in new[] { PurgeRecord.FileName, PurgeStatement.FileName, JournalState.FileName })
            File.Copy(other[name], _result[name], overwrite: true);
        _result.Differences().ShouldContain(new AuditDifference(PurgeStatement.FileName, AuditFault.PurgeOfAnother));

        Directory.CreateDirectory(other["packages/ccas"]);
        File.WriteAllText(other["packages/ccas/personnes.col"], "tokens of ccas in 2026-10");
        other.Differences().ShouldBe([new("packages/ccas/personnes.col", AuditFault.PurgedAndThere)]);
    }

    [Fact]
    public void A_purge_that_was_interrupted_before_its_signature_can_be_signed_again()
    {
        PurgeSignature.IsCurrent(_result.Folder).ShouldBeTrue("nothing was purged");
        _result.Purge();
        PurgeSignature.IsCurrent(_result.Folder).ShouldBeTrue();
        File.Delete(_result[PurgeStatement.FileName]);
        PurgeSignature.IsCurrent(_result.Folder).ShouldBeFalse();
        PurgeSignature.Write(_result.Folder, PurgeRecord.Read(_result.Folder)!, _result.Identity, FixedClock.November);
        PurgeSignature.IsCurrent(_result.Folder).ShouldBeTrue();
        _result.Differences().ShouldBeEmpty();
    }
}
