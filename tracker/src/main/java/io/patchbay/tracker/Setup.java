package io.patchbay.tracker;

import io.patchbay.tracker.model.DelegationRule;
import io.patchbay.tracker.model.NameTaken;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.PythonPattern;
import io.patchbay.tracker.model.RuleSet;

import java.util.List;

/** What an administrator sets up before mail is filed. */
public interface Setup {

    /**
     * Returns the new project's id.
     *
     * @throws NameTaken if a project has its link name, its name, or its list with the same subject
     *     match
     */
    long addProject(NewProject project);

    /** Writes all that is in it; its id says which one. */
    void change(Project project);

    /**
     * Replaces the rules by which the project's patches are delegated; the order has no meaning.
     */
    void delegate(long projectId, List<DelegationRule> rules);

    /**
     * A project to be; its links and flags can be changed later.
     *
     * @param subjectMatch in the words of {@link PythonPattern}; what is none is refused with an
     *     {@link IllegalArgumentException}, for no mail could be filed any more
     * @param rules by which its mails find their series
     */
    record NewProject(
            String linkName,
            String name,
            String listId,
            String listEmail,
            String subjectMatch,
            RuleSet rules) {

        public NewProject {
            var unused = PythonPattern.compile(subjectMatch);
        }

        /** A project with our rules. */
        public NewProject(
                String linkName,
                String name,
                String listId,
                String listEmail,
                String subjectMatch) {
            this(linkName, name, listId, listEmail, subjectMatch, RuleSet.PATCHBAY);
        }
    }
}
